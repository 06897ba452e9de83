package io.foodsafety.notification;

import io.foodsafety.model.fact.SubjectRef;
import io.foodsafety.spi.notification.Notice;
import io.foodsafety.text.LocalText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Something that people are told and must acknowledge. Its texts leave the city: they name no
 * reporter and hold nothing that is sealed. Immutable.
 */
public final class Notification {

  /** The most characters of a title, which leaves room for "Reminder". */
  public static final int MAX_TITLE = Notice.MAX_TITLE - 20;

  private static final int MAX_STAGES = 20;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");

  private final String id;
  private final LocalText title;
  private final LocalText text;
  private final Optional<SubjectRef> about;
  private final Set<String> channels;
  private final List<ContactStage> stages;

  private Notification(
      String id,
      LocalText title,
      LocalText text,
      Optional<SubjectRef> about,
      Set<String> channels,
      List<ContactStage> stages) {
    this.id = id;
    this.title = title;
    this.text = text;
    this.about = about;
    this.channels = Set.copyOf(channels);
    this.stages = List.copyOf(stages);
  }

  /**
   * A notification.
   *
   * @param id its id, by which it is stored once however often it is sent: {@code
   *     [A-Za-z0-9][A-Za-z0-9._:/-]{0,199}}
   * @param title one line of 1 to 180 characters
   * @param text 1 to 4,000 characters
   * @param stages who is told, and who after them: the first at once, each with a time of
   *     escalation but the last; 1 to 20
   * @return the notification, for all channels
   * @throws IllegalArgumentException if a part is not well-formed
   */
  public static Notification of(
      String id, LocalText title, LocalText text, List<ContactStage> stages) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("The id of a notification must match %s.".formatted(ID));
    }
    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
      String words = Notice.checkTitle(title.in(language));
      if (words.codePointCount(0, words.length()) > MAX_TITLE) {
        throw new IllegalArgumentException(
            "The title of a notification must have at most %d characters.".formatted(MAX_TITLE));
      }
      Notice.checkText(text.in(language));
    }
    checkStages(stages);
    return new Notification(id, title, text, Optional.empty(), Set.of(), stages);
  }

  private static void checkStages(List<ContactStage> stages) {
    if (stages.isEmpty() || stages.size() > MAX_STAGES) {
      throw new IllegalArgumentException(
          "A notification must have 1 to %d stages.".formatted(MAX_STAGES));
    }
    for (int i = 0; i < stages.size(); i++) {
      boolean isLast = i == stages.size() - 1;
      if (stages.get(i).escalateAfter().isPresent() == isLast) {
        throw new IllegalArgumentException(
            "The stage (%s) must %s a time of escalation."
                .formatted(stages.get(i).audience(), isLast ? "not have" : "have"));
      }
    }
  }

  /**
   * The same notification, with what it is about.
   *
   * @param subject the business, lot or whatever it is
   * @return the notification
   */
  public Notification about(SubjectRef subject) {
    return new Notification(id, title, text, Optional.of(subject), channels, stages);
  }

  /**
   * The same notification, for some of the channels.
   *
   * @param names the names of the channels; empty for all that the city has when it is sent
   * @return the notification
   */
  public Notification through(Collection<String> names) {
    return new Notification(id, title, text, about, new TreeSet<>(names), stages);
  }

  /** {@return its id} */
  public String id() {
    return id;
  }

  /** {@return the title, one line} */
  public LocalText title() {
    return title;
  }

  /** {@return the text} */
  public LocalText text() {
    return text;
  }

  /** {@return what it is about, if that was said} */
  public Optional<SubjectRef> about() {
    return about;
  }

  /** {@return the channels that it takes; empty for all} */
  public Set<String> channels() {
    return channels;
  }

  /** {@return who is told, and who after them} */
  public List<ContactStage> stages() {
    return stages;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Notification that
        && id.equals(that.id)
        && title.equals(that.title)
        && text.equals(that.text)
        && about.equals(that.about)
        && channels.equals(that.channels)
        && stages.equals(that.stages);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, title, stages);
  }

  /** {@return the id} */
  @Override
  public String toString() {
    return "notification " + id;
  }
}
