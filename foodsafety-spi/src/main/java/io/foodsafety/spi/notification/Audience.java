package io.foodsafety.spi.notification;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.model.fact.SubjectType;
import io.foodsafety.model.internal.Checks;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a notification is for, before anybody knows who that is: a role, and where it is held. Who
 * holds it is known to a {@link RecipientDirectory}.
 *
 * @param role the role, {@code [a-z][a-z0-9-]{0,62}}, such as {@code inspector} or {@code owner}
 * @param scope a division or a business; nothing for the whole city
 */
public record Audience(String role, Optional<SubjectRef> scope) {

  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  /** Checks role and scope. */
  public Audience {
    Objects.requireNonNull(scope, "scope");
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException(
          "The role (%s) must match %s.".formatted(Checks.abbreviate(role), ROLE));
    }
    scope.ifPresent(
        known -> {
          if (known.type() != SubjectType.DIVISION && known.type() != SubjectType.BUSINESS) {
            throw new IllegalArgumentException(
                "The scope (%s) of an audience must be a division or a business.".formatted(known));
          }
        });
  }

  /**
   * Those who hold a role in the city as a whole.
   *
   * @param role the role
   * @return the audience
   * @throws IllegalArgumentException if the role is not well-formed
   */
  public static Audience of(String role) {
    return new Audience(role, Optional.empty());
  }

  /**
   * Those who hold a role in a division or at a business.
   *
   * @param role the role
   * @param scope the division or business
   * @return the audience
   * @throws IllegalArgumentException if the role is not well-formed, or the scope is something else
   */
  public static Audience of(String role, SubjectRef scope) {
    return new Audience(role, Optional.of(scope));
  }

  /** {@return such as {@code inspector} or {@code inspector@division:360102}} */
  @Override
  public String toString() {
    return role + scope.map(known -> "@" + known).orElse("");
  }
}
