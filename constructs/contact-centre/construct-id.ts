/**
 * A construct id for a name of Amazon Connect: the name itself, but for what ids cannot hold. Two names
 * never give one id: "/" separates ids in a path, and "Default" is left out of Terraform's addresses.
 */
export const constructId = (name: string): string => {
  const id = name.replace(/[%/]/g, (character) => encodeURIComponent(character));
  return id === 'Default' ? '%44efault' : id;
};
