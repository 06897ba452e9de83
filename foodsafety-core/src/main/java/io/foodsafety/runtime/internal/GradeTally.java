package io.foodsafety.runtime.internal;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.risk.GradeIssues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts what is done about the grades of one policy. Used by one thread. */
final class GradeTally {

  /** So many problems are told; a disk that is damaged has one for each business. */
  static final int MAX_PROBLEMS = 100;

  private final String policy;
  private final List<Issue> problems = new ArrayList<>();
  private final Set<String> unread = new HashSet<>();
  private final Set<String> lost = new HashSet<>();
  private long graded;
  private long recorded;

  GradeTally(String policy) {
    this.policy = policy;
  }

  /** A step. */
  void add(GradeStep.Done done) {
    graded += done.graded();
    recorded += done.recorded();
    done.unread().forEach(this::unread);
  }

  private void unread(String business, String document) {
    if (unread.add(business) && problems.size() < MAX_PROBLEMS) {
      problems.add(
          GradeIssues.BUSINESS_UNREAD
              .at(Location.unknown())
              .with("business", business)
              .with("policy", policy)
              .with("document", document)
              .build());
    }
  }

  /** A document that cannot be read, of which nobody can say whose it is. */
  void lost(String document) {
    if (lost.add(document) && problems.size() < MAX_PROBLEMS) {
      problems.add(
          GradeIssues.RECORD_UNREAD
              .at(Location.unknown())
              .with("policy", policy)
              .with("document", document)
              .build());
    }
  }

  /** Whether a business was tried in vain; once is enough. */
  boolean isUnread(String business) {
    return unread.contains(business);
  }

  /** Whether anything was graded. */
  boolean hasGraded() {
    return graded > 0;
  }

  GradeFacts.Progress progress(boolean complete) {
    return new GradeFacts.Progress(graded, recorded, complete, problems);
  }
}
