package io.foodsafety.record.internal;

import io.foodsafety.model.fact.Withdrawal;
import io.foodsafety.model.time.Moment;
import io.foodsafety.record.Decoded;
import io.foodsafety.spi.format.DataRecord;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Reads a record of a withdrawal. */
final class WithdrawalReading {

  private final Moments moments;
  private final Faults faults;

  WithdrawalReading(Moments moments) {
    this.moments = moments;
    this.faults = moments.faults();
  }

  Decoded read(DataRecord record) {
    WithdrawalDraft draft = WithdrawalDraft.read(new FieldReader(record.fields(), "", faults));
    DraftValidation.validate(draft, faults);
    Moment at = moments.past(draft.at(), "/at");
    Instant recordedAt = moments.pastInstant(draft.recordedAt(), "/recordedAt");
    if (!faults.isEmpty()) {
      return new Decoded.Rejected(faults.sorted());
    }
    return new Decoded.WithdrawalRecord(
        new Withdrawal(
            Objects.requireNonNull(draft.id()),
            Objects.requireNonNull(draft.target()),
            Objects.requireNonNull(at),
            Objects.requireNonNull(draft.reason()),
            Optional.ofNullable(recordedAt)));
  }
}
