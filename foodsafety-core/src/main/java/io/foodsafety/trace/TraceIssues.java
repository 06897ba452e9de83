package io.foodsafety.trace;

import io.foodsafety.model.issue.IssueType;

/** Why a well-formed trace event is refused. */
public final class TraceIssues {

  /** A trace event is known under this id with other content. */
  public static final IssueType OTHER_EVENT =
      IssueType.error(
          "FS-TRACE-0001",
          "The trace event ({id}) is already recorded with other content in: {fields}.",
          "追溯事件（{id}）已记录，且以下内容不同：{fields}。",
          "Events are never edited: void it and record a new one under a new id.",
          "事件不可修改：请作废原事件，并用新标识记录。");

  private TraceIssues() {}
}
