import { Op, Token } from 'cdktf';

/** A length of time. The amount may be a token, such as `variable.numberValue`. */
export class Duration {
  private constructor(readonly inSeconds: number) {}

  /** @param amount whole seconds */
  static seconds = (amount: number): Duration => new Duration(amount);

  /** @param amount minutes, such as 1.5 */
  static minutes = (amount: number): Duration => new Duration(times(amount, 60));

  /** @param amount hours */
  static hours = (amount: number): Duration => new Duration(times(amount, 3600));

  /** As Terraform writes it, `600s`. */
  get asText(): string {
    return `${Token.isUnresolved(this.inSeconds) ? Token.asString(this.inSeconds) : this.inSeconds}s`;
  }
}

/** Of a token, Terraform calculates it: the number that stands for it is no value. */
const times = (amount: number, factor: number): number =>
  Token.isUnresolved(amount) ? Token.asNumber(Op.mul(amount, factor)) : amount * factor;
