/** What a program that is refused says, without the directories of its files. */
export const complaint = (program: () => unknown): string => {
  try {
    program();
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/\/[^\s(]*\/(?=\w+\.(csv|xls))/g, '');
  }
  return '';
};
