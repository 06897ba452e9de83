package io.foodsafety.rule;

import java.util.Objects;
import java.util.Optional;

/**
 * Which facts an aggregate, a group or a pick looks at.
 *
 * @param kind the kind of fact
 * @param role the role in which the assessed subject must appear: {@link #SUBJECT}, {@link #ANY},
 *     or the name of a role
 * @param where a condition that a fact must fulfil; if it is unknown for a fact, so is the result
 * @param window which facts by time
 */
public record Selection(String kind, String role, Optional<Expr> where, Window window) {

  /** The fact is about the assessed subject. */
  public static final String SUBJECT = "subject";

  /** The assessed subject appears in the fact in whatever role. */
  public static final String ANY = "any";

  /** Checks that the parts are there. */
  public Selection {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(window, "window");
  }
}
