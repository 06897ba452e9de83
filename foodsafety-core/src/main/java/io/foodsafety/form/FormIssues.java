package io.foodsafety.form;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong with forms and submissions, beyond the form of their JSON. */
public final class FormIssues {

  /** A file that cannot be read at all. */
  public static final IssueType UNREADABLE =
      IssueType.error(
          "FS-FORM-0001",
          "The file ({file}) cannot be read: {fault}.",
          "无法读取文件（{file}）：{fault}。",
          "Check the path, the permissions and the encoding.",
          "请检查路径、权限和编码。");

  /** A name that nothing bears. */
  public static final IssueType UNKNOWN_NAME =
      IssueType.error(
          "FS-FORM-0002",
          "The {what} ({name}) is unknown.",
          "不存在名为（{name}）的 {what}。",
          "Known: {nearest}.",
          "可用：{nearest}。");

  /** A name borne twice. */
  public static final IssueType DUPLICATE_NAME =
      IssueType.error(
          "FS-FORM-0003",
          "The {what} ({name}) is there twice.",
          "{what}（{name}）重复。",
          "Give each a name of its own.",
          "请使用不同的名称。");

  /** An attribute of a fact that gets a value of another type. */
  public static final IssueType FACT_TYPE =
      IssueType.error(
          "FS-FORM-0004",
          "The attribute ({attribute}) of kind ({kind}) is of type {expected} and would get one of type {actual}.",
          "类别（{kind}）的属性（{attribute}）类型为 {expected}，此处给出 {actual}。",
          "Take the value from elsewhere, or declare another attribute.",
          "请改用其他取值，或声明其他属性。");

  /** An attribute that a fact must have and would not get. */
  public static final IssueType FACT_LACKS =
      IssueType.error(
          "FS-FORM-0005",
          "Facts of kind ({kind}) must have the attribute ({attribute}), and the form does not give it.",
          "类别（{kind}）的事实必须有属性（{attribute}），表单未给出。",
          "Add it.",
          "请补充。");

  /** A form that asks nothing. */
  public static final IssueType NOTHING_ASKED =
      IssueType.error(
          "FS-FORM-0006",
          "The form has neither items nor fields.",
          "表单既无检查项也无填写项。",
          "Add at least one.",
          "请至少添加一项。");

  /** An item without weight in a form that gives a score. */
  public static final IssueType NO_WEIGHT =
      IssueType.error(
          "FS-FORM-0007",
          "The form gives a score, and the item ({item}) has neither weight nor points.",
          "表单计分，但检查项（{item}）没有权重或分值。",
          "Give it one of them; 0 if it does not count.",
          "请设置其一；不计分则为 0。");

  /** Two versions of one form in force on the same day. */
  public static final IssueType OVERLAPPING_VERSIONS =
      IssueType.error(
          "FS-FORM-0008",
          "The versions ({first}) and ({second}) of form ({form}) are in force on the same days.",
          "表单（{form}）的版本（{first}）与（{second}）有效期重叠。",
          "Let effectiveTo of one lie before effectiveFrom of the other.",
          "请使前一版本的 effectiveTo 早于后一版本的 effectiveFrom。");

  /** A declaration that contradicts one of the city. */
  public static final IssueType BAD_DECLARATION =
      IssueType.error(
          "FS-FORM-0009",
          "The declarations of form ({form}) cannot be added: {fault}",
          "无法采用表单（{form}）的声明：{fault}",
          "Use another name, or the type that is declared.",
          "请更换名称，或使用已声明的类型。");

  /** A submission of a form that the city does not have. */
  public static final IssueType UNKNOWN_FORM =
      IssueType.error(
          "FS-FORM-0101",
          "The form ({form}) in version ({version}) is unknown.",
          "不存在版本为（{version}）的表单（{form}）。",
          "Known: {nearest}.",
          "可用：{nearest}。");

  /** Fewer people than the form asks for. */
  public static final IssueType TOO_FEW_SUBMITTERS =
      IssueType.error(
          "FS-FORM-0102",
          "The form needs at least {least} people who fill it in, and there are {actual}.",
          "表单至少需要 {least} 人填写，实际 {actual} 人。",
          "Name each by an id of its own; an inspection needs two (order 49 art. 23).",
          "请分别列明人员标识；监督检查须两人以上（总局令第49号第二十三条）。");

  /** An answer to an item that the form does not have. */
  public static final IssueType UNKNOWN_ITEM =
      IssueType.error(
          "FS-FORM-0103",
          "The form has no item ({item}).",
          "表单没有检查项（{item}）。",
          "Maybe {nearest}.",
          "是否为：{nearest}。");

  /** An item without an answer. */
  public static final IssueType MISSING_ANSWER =
      IssueType.error(
          "FS-FORM-0104",
          "The item ({item}) is not answered.",
          "检查项（{item}）未作答。",
          "Answer it; what does not apply is not-applicable (order 49 art. 27).",
          "请作答；合理缺项填 not-applicable（总局令第49号第二十七条）。");

  /** An answer to an item, or a value of a field, that does not apply to this business. */
  public static final IssueType DOES_NOT_APPLY =
      IssueType.error(
          "FS-FORM-0105",
          "The item or field ({item}) does not apply to this business, and is answered.",
          "检查项或填写项（{item}）不适用于该主体，却已作答。",
          "Leave it out, or correct what is registered of the business.",
          "请删除，或更正主体登记信息。");

  /** An answer without the evidence that it needs. */
  public static final IssueType MISSING_EVIDENCE =
      IssueType.error(
          "FS-FORM-0106",
          "The answer to the item ({item}) needs evidence of kind ({kind}).",
          "检查项（{item}）的作答需要证据（{kind}）。",
          "Add a reference to it.",
          "请补充证据引用。");

  /** A deadline in the past. */
  public static final IssueType DEADLINE_BEFORE =
      IssueType.error(
          "FS-FORM-0107",
          "The deadline ({deadline}) lies before the day of the submission ({date}).",
          "期限（{deadline}）早于填写日期（{date}）。",
          "Correct the deadline.",
          "请更正期限。");

  /** A handling of an item that did not fail. */
  public static final IssueType NOT_FAILED =
      IssueType.error(
          "FS-FORM-0108",
          "The item ({item}) has a handling and did not fail.",
          "检查项（{item}）未判不符合，却有处理措施。",
          "Remove the handling, or correct the answer.",
          "请删除处理措施，或更正作答。");

  /** Points that an item cannot have. */
  public static final IssueType BAD_POINTS =
      IssueType.error(
          "FS-FORM-0109",
          "The answer to the item ({item}) cannot have the points ({points}): {fault}",
          "检查项（{item}）的得分（{points}）不合规：{fault}",
          "Give points from 0 to its most, to an item that is marked with points and applies.",
          "仅对适用的打分项，给出 0 至满分之间的得分。");

  /** A value of a field that the form does not have. */
  public static final IssueType UNKNOWN_FIELD =
      IssueType.error(
          "FS-FORM-0110",
          "The form has no field ({field}).",
          "表单没有填写项（{field}）。",
          "Maybe {nearest}.",
          "是否为：{nearest}。");

  /** A field that must be filled in. */
  public static final IssueType MISSING_VALUE =
      IssueType.error(
          "FS-FORM-0111",
          "The field ({field}) is not filled in.",
          "填写项（{field}）未填写。",
          "Fill it in.",
          "请填写。");

  /** A value that a field cannot have. */
  public static final IssueType BAD_FIELD_VALUE =
      IssueType.error(
          "FS-FORM-0112",
          "The field ({field}) cannot have this value: {fault}",
          "填写项（{field}）的值不合规：{fault}",
          "Allowed: {allowed}.",
          "允许：{allowed}。");

  /** A submission is known under this id with other content. */
  public static final IssueType OTHER_SUBMISSION =
      IssueType.error(
          "FS-FORM-0113",
          "The submission ({id}) is already recorded with other content in: {fields}.",
          "填报（{id}）已记录，且以下内容不同：{fields}。",
          "Record it under a new id, and name the old one in corrects.",
          "请用新标识记录，并在 corrects 中指明原填报。");

  /** A submission that is to be corrected or withdrawn and is not recorded. */
  public static final IssueType UNKNOWN_SUBMISSION =
      IssueType.error(
          "FS-FORM-0114",
          "The submission ({id}) is not recorded.",
          "填报（{id}）未记录。",
          "Record it first, or correct the id.",
          "请先记录，或更正标识。");

  /** A submission that is withdrawn already. */
  public static final IssueType WITHDRAWN =
      IssueType.error(
          "FS-FORM-0115",
          "The submission ({id}) is already withdrawn.",
          "填报（{id}）已撤回。",
          "Correct the submission that took its place.",
          "请更正替代它的填报。");

  /** A correction of a submission of another form or about another business. */
  public static final IssueType OTHER_SUBJECT =
      IssueType.error(
          "FS-FORM-0116",
          "The submission ({id}) is of another form or about another subject.",
          "填报（{id}）的表单或主体不同。",
          "Correct the id, or withdraw that submission.",
          "请更正标识，或撤回该填报。");

  /** A form that is not in force on the day. */
  public static final IssueType NOT_IN_FORCE =
      IssueType.warning(
          "FS-FORM-0201",
          "The form ({form}) in version ({version}) is not in force on {date}.",
          "表单（{form}）版本（{version}）在 {date} 不适用。",
          "Use the version of that time.",
          "请使用当时有效的版本。");

  /** A key item failed and nothing is investigated or stopped. */
  public static final IssueType KEY_ITEM_NOT_INVESTIGATED =
      IssueType.warning(
          "FS-FORM-0202",
          "The key item ({item}) failed, and is handled by ({handling}).",
          "重点项（{item}）不符合，处理措施为（{handling}）。",
          "If it affects food safety, it must be investigated (order 49 art. 32).",
          "影响食品安全的，应当依法调查处理（总局令第49号第三十二条）。");

  /** A failed item without handling. */
  public static final IssueType NOT_HANDLED =
      IssueType.warning(
          "FS-FORM-0203",
          "The item ({item}) failed, and nothing says how it is handled.",
          "检查项（{item}）不符合，未记录处理措施。",
          "Add a handling (order 49 arts. 31 to 33).",
          "请补充处理措施（总局令第49号第三十一至三十三条）。");

  /** Items of which it is not known whether they apply. */
  public static final IssueType APPLIES_UNKNOWN =
      IssueType.warning(
          "FS-FORM-0204",
          "It is not known whether these items apply: {items}. They are asked.",
          "无法判断以下检查项是否适用：{items}，按适用处理。",
          "Register what the form reads of the business.",
          "请登记表单所需的主体信息。");

  /** A fact would get a sealed attribute from a form. */
  public static final IssueType SEALED =
      IssueType.error(
          "FS-FORM-0010",
          "The attribute ({attribute}) of kind ({kind}) is sealed, and what is filled in is stored as it is.",
          "类别（{kind}）的属性（{attribute}）须加密封存，而填报内容按原样存储。",
          "Record the fact without a form.",
          "请不经表单直接记录该事实。");

  private FormIssues() {}
}
