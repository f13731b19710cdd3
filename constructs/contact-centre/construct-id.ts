/**
 * A construct id for a name of Amazon Connect: the name itself, but for what ids cannot hold. Two names never give one id: "/" and line
 * breaks separate ids in a path, "Default" is left out of Terraform's addresses, and what every object has by itself, such as
 * "constructor", is taken for the id of a construct that is there already.
 */
export const constructId = (name: string): string => {
  const id = name.replace(/[%/\n]/g, (character) => encodeURIComponent(character));
  if (id !== 'Default' && !(id in Object.prototype)) return id;
  return `%${id.charCodeAt(0).toString(16).toUpperCase()}${id.slice(1)}`;
};
