/** Where a command writes to. */
export interface Terminal {
  print(text: string): void;
  complain(text: string): void;
}
