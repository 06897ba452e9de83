package io.foodsafety.risk;

import io.foodsafety.model.issue.IssueType;
import java.util.List;

/** What can be wrong with a policy, beyond the form of its JSON. */
public final class PolicyIssues {

  /** The file cannot be read at all. */
  public static final IssueType UNREADABLE =
      IssueType.error(
          "FS-POL-0001",
          "The policy file ({file}) cannot be read: {fault}.",
          "无法读取规则文件（{file}）：{fault}。",
          "Check the path and the permissions.",
          "请检查路径和权限。");

  /** A name that nothing bears. */
  public static final IssueType UNKNOWN_NAME =
      IssueType.error(
          "FS-POL-0002",
          "The {what} ({name}) is not declared.",
          "未声明名为（{name}）的 {what}。",
          "Known: {nearest}.",
          "可用：{nearest}。");

  /** A name borne twice. */
  public static final IssueType DUPLICATE_NAME =
      IssueType.error(
          "FS-POL-0003",
          "The {what} ({name}) is declared twice.",
          "{what}（{name}）重复声明。",
          "Give each a name of its own.",
          "请使用不同的名称。");

  /** Definitions that need each other. */
  public static final IssueType CYCLE =
      IssueType.error(
          "FS-POL-0004",
          "The definitions form a cycle: {cycle}.",
          "定义之间存在循环：{cycle}。",
          "Break it at one of them.",
          "请断开其中一处。");

  /** An expression of another type than its place needs. */
  public static final IssueType TYPE_MISMATCH =
      IssueType.error(
          "FS-POL-0005",
          "The expression is of type {actual} and must be {expected}.",
          "表达式类型为 {actual}，应为 {expected}。",
          "Use an expression of type {expected}.",
          "请使用类型为 {expected} 的表达式。");

  /** An operator that does not exist, or not exactly one. */
  public static final IssueType BAD_OPERATOR =
      IssueType.error(
          "FS-POL-0006",
          "An expression has exactly one operator, and ({name}) is none.",
          "表达式应恰有一个运算符，（{name}）不是运算符。",
          "Maybe {nearest}.",
          "是否为：{nearest}。");

  /** A wrong number of operands. */
  public static final IssueType BAD_OPERANDS =
      IssueType.error(
          "FS-POL-0007",
          "The operator ({name}) takes {expected} operands and got {actual}.",
          "运算符（{name}）需要 {expected} 个操作数，实际 {actual} 个。",
          "Write them as a list.",
          "请以列表书写操作数。");

  /** An attribute of a fact where there is no fact. */
  public static final IssueType NO_FACT_HERE =
      IssueType.error(
          "FS-POL-0008",
          "The attribute ({name}) of a fact is read where no fact is selected.",
          "此处未选定事实，无法读取事实属性（{name}）。",
          "Read it inside of an aggregate, a groupBy or a pick.",
          "请在聚合、groupBy 或 pick 中读取。");

  /** Numbers that belong to no band. */
  public static final IssueType BAND_GAP =
      IssueType.error(
          "FS-POL-0009",
          "Between the bands {lower} and {upper} is a gap.",
          "区间 {lower} 与 {upper} 之间有空隙。",
          "Let one end where the next begins, and only one of them include the bound.",
          "请使相邻区间首尾相接，且仅一方包含端点。");

  /** Numbers that belong to two bands. */
  public static final IssueType BAND_OVERLAP =
      IssueType.error(
          "FS-POL-0010",
          "The bands {lower} and {upper} overlap.",
          "区间 {lower} 与 {upper} 重叠。",
          "Let one end where the next begins, and only one of them include the bound.",
          "请使相邻区间首尾相接，且仅一方包含端点。");

  /** Bands that do not run the way the scale does. */
  public static final IssueType BAND_ORDER =
      IssueType.error(
          "FS-POL-0011",
          "The grade ({upper}) stands above ({lower}), against the scale, on which {better} scores are better.",
          "等级（{upper}）位于（{lower}）之上，与该标度（{better} 分为优）不符。",
          "Turn the bands or the scale round.",
          "请调整区间或标度方向。");

  /** A declaration that contradicts another one. */
  public static final IssueType BAD_DECLARATION =
      IssueType.error(
          "FS-POL-0012",
          "The declaration cannot be added: {fault}",
          "无法采用该声明：{fault}",
          "Use another name, or the type that is declared.",
          "请更换名称，或使用已声明的类型。");

  /** A policy that grades nothing. */
  public static final IssueType NO_LINES =
      IssueType.error(
          "FS-POL-0013",
          "The policy has neither static nor dynamic lines.",
          "规则既无静态项也无动态项。",
          "Add at least one line.",
          "请至少添加一项。");

  /** No zone. */
  public static final IssueType NO_ZONE =
      IssueType.warning(
          "FS-POL-0014",
          "The policy declares no zone; UTC is used.",
          "规则未声明时区，按 UTC 处理。",
          "Add a zone such as Asia/Shanghai.",
          "请添加时区，例如 Asia/Shanghai。");

  /** Expressions within expressions without end. */
  public static final IssueType TOO_DEEP =
      IssueType.error(
          "FS-POL-0015",
          "The expression is nested more than {max} levels deep, its definitions included.",
          "表达式（含其引用的定义）嵌套超过 {max} 层。",
          "Write it flatter.",
          "请减少嵌套层数。");

  /** Two versions of one policy in force on the same day. */
  public static final IssueType OVERLAPPING_VERSIONS =
      IssueType.error(
          "FS-POL-0016",
          "The versions ({first}) and ({second}) of policy ({policy}) are in force on the same days.",
          "规则（{policy}）的版本（{first}）与（{second}）有效期重叠。",
          "Let effectiveTo of one lie before effectiveFrom of the other.",
          "请使前一版本的 effectiveTo 早于后一版本的 effectiveFrom。");

  /** A policy that is not in force on the day of assessment. */
  public static final IssueType NOT_IN_FORCE =
      IssueType.warning(
          "FS-POL-0101",
          "The policy ({policy}) is not in force on {date}.",
          "规则（{policy}）在 {date} 不适用。",
          "Use the version of that time.",
          "请使用当时有效的版本。");

  /** A policy that does not apply to the subject. */
  public static final IssueType NOT_APPLICABLE =
      IssueType.warning(
          "FS-POL-0102",
          "The policy ({policy}) does not apply to the subject.",
          "规则（{policy}）不适用于该主体。",
          "Grade it by the policy of its segment.",
          "请使用该环节的规则。");

  /** A subject that gets no grade for a reason the policy names. */
  public static final IssueType NO_GRADE =
      IssueType.warning(
          "FS-POL-0103",
          "The policy gives no grade because of ({item}).",
          "因（{item}），不予评级。",
          "Grade it again when this has passed.",
          "待该情形消除后再行评定。");

  /** A score in no band. */
  public static final IssueType OUTSIDE_BANDS =
      IssueType.warning(
          "FS-POL-0104",
          "The value ({value}) of ({item}) lies in none of the bands.",
          "（{item}）的值（{value}）不在任何区间内。",
          "Check the facts it rests on.",
          "请核对所依据的事实。");

  /** Lines that have no points because something is not known. */
  public static final IssueType INCOMPLETE =
      IssueType.warning(
          "FS-POL-0105",
          "Not known: {items}.",
          "以下各项未知：{items}。",
          "Each of these lines names what is missing.",
          "各项均注明了所缺内容。");

  /** A table that only a region has. */
  public static final IssueType TABLE_OF_REGION =
      IssueType.error(
          "FS-POL-0017",
          "The table ({table}) is one of a region, and no region is given.",
          "表（{table}）来自地区包，但未指定地区。",
          "Put the policy into a region pack, or write the rows here as ranges or words.",
          "请将规则放入地区包，或在此以 ranges 或 words 写出各行。");

  /** A sealed attribute is read. */
  public static final IssueType SEALED =
      IssueType.error(
          "FS-POL-0018",
          "The attribute ({name}) of kind ({kind}) is sealed: nothing can be decided by it.",
          "类别（{kind}）的属性（{name}）为加密封存，不得用于判断。",
          "Declare another attribute that says what the rule needs, without naming anybody.",
          "请另行声明规则所需、不指明个人的属性。");

  private PolicyIssues() {}

  /** {@return all of them, for the documentation} */
  public static List<IssueType> all() {
    return List.of(
        UNREADABLE,
        UNKNOWN_NAME,
        DUPLICATE_NAME,
        CYCLE,
        TYPE_MISMATCH,
        BAD_OPERATOR,
        BAD_OPERANDS,
        NO_FACT_HERE,
        BAND_GAP,
        BAND_OVERLAP,
        BAND_ORDER,
        BAD_DECLARATION,
        NO_LINES,
        NO_ZONE,
        TOO_DEEP,
        OVERLAPPING_VERSIONS,
        TABLE_OF_REGION,
        SEALED,
        NOT_IN_FORCE,
        NOT_APPLICABLE,
        NO_GRADE,
        OUTSIDE_BANDS,
        INCOMPLETE);
  }
}
