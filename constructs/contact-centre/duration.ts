/** A length of time. */
export class Duration {
  private constructor(readonly inSeconds: number) {}

  /** @param amount whole seconds */
  static seconds = (amount: number): Duration => new Duration(amount);

  /** @param amount minutes, such as 1.5 */
  static minutes = (amount: number): Duration => new Duration(amount * 60);

  /** @param amount hours */
  static hours = (amount: number): Duration => new Duration(amount * 3600);
}
