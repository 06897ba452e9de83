package io.foodsafety.record.internal;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text must be of a form. Null is of every form. */
@Documented
@Constraint(validatedBy = WellFormed.Validator.class)
@Target({FIELD, TYPE_USE})
@Retention(RUNTIME)
@interface WellFormed {

  /** The form. */
  Form value();

  /** Unused: the issue is made from the form. */
  String message() default "not well-formed";

  /** The groups of the constraint. */
  Class<?>[] groups() default {};

  /** The payload of the constraint. */
  Class<? extends Payload>[] payload() default {};

  /** Asks the form. */
  final class Validator implements ConstraintValidator<WellFormed, String> {
    private Form form = Form.TEXT;

    @Override
    public void initialize(WellFormed constraint) {
      form = constraint.value();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || form.findFault(text).isEmpty();
    }
  }
}
