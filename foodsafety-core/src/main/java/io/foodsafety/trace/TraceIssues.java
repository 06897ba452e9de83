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

  /** A dispatch that pairs with no receipt. */
  public static final IssueType SENT_NOT_RECEIVED =
      IssueType.warning(
          "FS-TRACE-0101",
          "Party ({party}) sent lot ({lot}) ({events}), and no receipt fits.",
          "主体（{party}）发出批次（{lot}）（{events}），没有相应的收货记录。",
          "Ask the receiver for its record.",
          "请向收货方索取记录。");

  /** A receipt whose sender recorded no dispatch. */
  public static final IssueType RECEIVED_NOT_SENT =
      IssueType.warning(
          "FS-TRACE-0102",
          "Party ({party}) received lot ({lot}) ({events}), and no dispatch fits.",
          "主体（{party}）收到批次（{lot}）（{events}），没有相应的发货记录。",
          "Ask the sender for its record.",
          "请向发货方索取记录。");

  /** Something left, and nothing came in. */
  public static final IssueType NO_ORIGIN =
      IssueType.warning(
          "FS-TRACE-0103",
          "Party ({party}) had lot ({lot}) ({events}), and nothing says where it came from.",
          "主体（{party}）持有批次（{lot}）（{events}），没有来源记录。",
          "Ask the party for its purchase record.",
          "请向该主体索取进货记录。");

  /** Something left before it can have come. */
  public static final IssueType TIME_REVERSED =
      IssueType.warning(
          "FS-TRACE-0104",
          "Lot ({lot}) left before it arrived at party ({party}), by the times of ({events}).",
          "按（{events}）的时间，批次（{lot}）在主体（{party}）先出后进。",
          "Check the dates of these records.",
          "请核对这些记录的日期。");

  /** More left than came in. */
  public static final IssueType OVER_SENT =
      IssueType.warning(
          "FS-TRACE-0105",
          "Party ({party}) passed on or used more of lot ({lot}) than came in: {excess} too many ({events}).",
          "主体（{party}）的批次（{lot}）出库多于入库，多出 {excess}（{events}）。",
          "Check the quantities, and look for a missing receipt.",
          "请核对数量，并查找缺失的进货记录。");

  /** Sender and receiver are the same. */
  public static final IssueType SELF_TRANSFER =
      IssueType.warning(
          "FS-TRACE-0106",
          "Party ({party}) sent lot ({lot}) to itself ({events}).",
          "主体（{party}）向自己发出批次（{lot}）（{events}）。",
          "Check the parties of these records.",
          "请核对这些记录的收发双方。");

  /** A lot that was made of itself. */
  public static final IssueType OWN_INPUT =
      IssueType.warning(
          "FS-TRACE-0107",
          "Lot ({lot}) is made of itself at party ({party}) ({events}).",
          "主体（{party}）的批次（{lot}）既是原料又是产品（{events}）。",
          "Give what was made a code of its own.",
          "请为产品另编批次号。");

  /** Quantities that cannot be compared. */
  public static final IssueType UNIT_MISMATCH =
      IssueType.warning(
          "FS-TRACE-0108",
          "The quantities of lot ({lot}) at party ({party}) are in units that cannot be compared ({events}).",
          "主体（{party}）的批次（{lot}）数量单位不可换算（{events}）。",
          "Record all quantities of a lot in units of one kind.",
          "请用同类单位记录同一批次的数量。");

  /** A half of a movement that fits several others. */
  public static final IssueType AMBIGUOUS_COUNTERPART =
      IssueType.warning(
          "FS-TRACE-0109",
          "The record of lot ({lot}) by party ({party}) fits several others ({events}).",
          "主体（{party}）关于批次（{lot}）的记录与多条记录相符（{events}）。",
          "Name the document or both parties in these records.",
          "请在这些记录中注明单据号或收发双方。");

  /** One code that came into being at several parties. */
  public static final IssueType CODE_IN_TWO_PLACES =
      IssueType.warning(
          "FS-TRACE-0110",
          "Lot ({lot}) came into being at several parties ({events}).",
          "批次（{lot}）在多个主体产生（{events}）。",
          "Check whether the code was copied or is not unique.",
          "请核查该编码是否被复制或不唯一。");

  private TraceIssues() {}
}
