package io.foodsafety.record.internal;

import io.foodsafety.model.fact.Withdrawal;

/** A withdrawal as bytes. */
final class WithdrawalPayload {

  private WithdrawalPayload() {}

  static byte[] write(Withdrawal withdrawal) {
    PayloadWriter out = new PayloadWriter();
    out.text(withdrawal.id());
    out.text(withdrawal.target());
    out.moment(withdrawal.at());
    out.text(withdrawal.reason());
    out.optional(withdrawal.recordedAt(), out::instant);
    return out.toBytes();
  }

  static Withdrawal read(byte[] payload) {
    PayloadReader in = new PayloadReader(payload);
    return new Withdrawal(in.text(), in.text(), in.moment(), in.text(), in.optional(in::instant));
  }
}
