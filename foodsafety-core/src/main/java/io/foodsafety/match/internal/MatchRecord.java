package io.foodsafety.match.internal;

import io.foodsafety.match.NormalAddress;
import io.foodsafety.match.NormalName;
import io.foodsafety.match.Normaliser;
import io.foodsafety.model.subject.GeoPoint;
import io.foodsafety.model.subject.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of a business, in normal form.
 *
 * @param id its id
 * @param name its name
 * @param address its address, if known
 * @param creditCode its credit code; empty if unknown
 * @param licences the numbers of its licences
 * @param telephones its telephone numbers
 * @param division its division; empty if unknown
 * @param segment its segment; empty if unknown
 * @param location its place, if known
 */
public record MatchRecord(
    String id,
    NormalName name,
    @Nullable NormalAddress address,
    String creditCode,
    List<String> licences,
    List<String> telephones,
    String division,
    String segment,
    @Nullable GeoPoint location) {

  /** A business in normal form. */
  public static MatchRecord of(Subject subject, Normaliser normaliser) {
    return new MatchRecord(
        subject.id(),
        normaliser.name(subject.name()),
        subject.address().map(normaliser::address).filter(MatchRecord::tells).orElse(null),
        subject.creditCode().map(code -> code.value()).orElse(""),
        subject.licences().stream().map(each -> normaliser.code(each.number())).distinct().toList(),
        subject.telephones().stream()
            .map(normaliser::telephone)
            .filter(telephone -> !telephone.isEmpty())
            .distinct()
            .toList(),
        subject.division().map(code -> code.value().intern()).orElse(""),
        subject.segment().map(String::intern).orElse(""),
        subject.location().orElse(null));
  }

  private static boolean tells(NormalAddress address) {
    return !address.street().isEmpty();
  }

  /** Its address, if known. */
  Optional<NormalAddress> findAddress() {
    return Optional.ofNullable(address);
  }
}
