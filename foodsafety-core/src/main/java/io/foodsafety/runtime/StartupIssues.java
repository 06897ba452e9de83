package io.foodsafety.runtime;

import io.foodsafety.model.issue.IssueType;

/** What can be wrong with plug-ins, settings and stored formats when a city is opened. */
public final class StartupIssues {

  /** A service file is wrong, or a plug-in's class is missing, unfit or cannot be constructed. */
  public static final IssueType PROVIDER_BROKEN =
      IssueType.error(
          "FS-START-0001",
          "The plug-in ({plugin}) cannot be loaded: {cause}.",
          "插件（{plugin}）无法加载：{cause}。",
          "Mend or remove the jar, or leave the class out with without(\"…\").",
          "请修复或移除该 jar，或用 without(\"…\") 排除该类。");

  /** A plug-in does not say who it is. */
  public static final IssueType DESCRIPTOR_BROKEN =
      IssueType.error(
          "FS-START-0002",
          "The plug-in ({plugin}) has no usable descriptor: {cause}.",
          "插件（{plugin}）没有可用的描述：{cause}。",
          "Let descriptor() return PluginDescriptor.of(…), or leave the class out with without(\"{plugin}\").",
          "请让 descriptor() 返回 PluginDescriptor.of(…)，或用 without(\"{plugin}\") 排除该类。");

  /** Two plug-ins have one id. */
  public static final IssueType DUPLICATE_ID =
      IssueType.error(
          "FS-START-0003",
          "The plug-in id ({plugin}) is taken by {type} in {jar} and by {otherType} in {otherJar}.",
          "插件标识（{plugin}）同时被 {jar} 中的 {type} 和 {otherJar} 中的 {otherType} 使用。",
          "Keep one of the jars; to replace a plug-in, use without(\"{plugin}\") and plugin(…).",
          "请只保留其中一个 jar；如需替换插件，请使用 without(\"{plugin}\") 与 plugin(…)。");

  /** A plug-in was made for another version of the extension points. */
  public static final IssueType SPI_VERSION =
      IssueType.error(
          "FS-START-0004",
          "The plug-in ({plugin}) was made for spi {wanted}, and this is spi {current}.",
          "插件（{plugin}）面向 spi {wanted}，而当前为 spi {current}。",
          "Use a release of the plug-in for spi {current}, or another release of the library.",
          "请使用面向 spi {current} 的插件版本，或更换本库版本。");

  /** A foreign plug-in has an id that belongs to this project. */
  public static final IssueType RESERVED_ID =
      IssueType.error(
          "FS-START-0005",
          "The plug-in id ({plugin}) of class {type} begins with foodsafety-, which is reserved.",
          "类 {type} 的插件标识（{plugin}）以保留前缀 foodsafety- 开头。",
          "Give the plug-in an id of its own.",
          "请为插件另取标识。");

  /** A plug-in fails when asked for what it offers. */
  public static final IssueType OFFER_BROKEN =
      IssueType.error(
          "FS-START-0006",
          "The plug-in ({plugin}) fails when asked for {what}: {cause}.",
          "向插件（{plugin}）询问 {what} 时出错：{cause}。",
          "Mend the plug-in, or leave it out with without(\"{plugin}\").",
          "请修复插件，或用 without(\"{plugin}\") 排除它。");

  /** An offer has a name that is not well-formed. */
  public static final IssueType OFFER_NAME =
      IssueType.error(
          "FS-START-0007",
          "The name ({name}) of a {what} of plug-in ({plugin}) must match [a-z][a-z0-9-]{1,62}.",
          "插件（{plugin}）的 {what} 名称（{name}）必须匹配 [a-z][a-z0-9-]{1,62}。",
          "Rename it in the plug-in.",
          "请在插件中改名。");

  /** Several plug-ins offer one name. */
  public static final IssueType OFFER_TWICE =
      IssueType.error(
          "FS-START-0008",
          "The {what} ({name}) is offered by {plugin} in {jar} and by {otherPlugin} in {otherJar}.",
          "{what}（{name}）同时由 {jar} 中的 {plugin} 和 {otherJar} 中的 {otherPlugin} 提供。",
          "Choose one with {method}(\"{name}\", \"{plugin}\").",
          "请用 {method}(\"{name}\", \"{plugin}\") 指定其一。");

  /** A preference names a plug-in that does not offer the name. */
  public static final IssueType PREFERENCE_UNKNOWN =
      IssueType.error(
          "FS-START-0009",
          "The plug-in ({plugin}) was preferred for the {what} ({name}) and does not offer it.",
          "首选插件（{plugin}）并不提供 {what}（{name}）。",
          "Offered by: {nearest}.",
          "提供者：{nearest}。");

  /** A plug-in was to be left out and was not found. */
  public static final IssueType EXCLUSION_UNKNOWN =
      IssueType.error(
          "FS-START-0010",
          "The plug-in ({plugin}) was to be left out and was not found.",
          "要排除的插件（{plugin}）并不存在。",
          "Maybe {nearest}; otherwise drop the call.",
          "是否为 {nearest}？否则请删除该调用。");

  /** No plug-in offers the storage. */
  public static final IssueType STORAGE_UNKNOWN =
      IssueType.error(
          "FS-START-0011",
          "The storage ({name}) is offered by no plug-in.",
          "没有插件提供存储（{name}）。",
          "Maybe {nearest}; otherwise add the jar that offers it.",
          "是否为 {nearest}？否则请加入提供它的 jar。");

  /** A setting is given that the plug-in does not know. */
  public static final IssueType SETTING_UNKNOWN =
      IssueType.error(
          "FS-START-0012",
          "The setting ({key}) is unknown to the {what} ({name}) of plug-in ({plugin}).",
          "插件（{plugin}）的 {what}（{name}）没有设置项（{key}）。",
          "Maybe {nearest}.",
          "是否为 {nearest}？");

  /** A required setting is missing. */
  public static final IssueType SETTING_MISSING =
      IssueType.error(
          "FS-START-0013",
          "The setting ({key}) of the {what} ({name}) of plug-in ({plugin}) is required.",
          "插件（{plugin}）的 {what}（{name}）必须给出设置项（{key}）。",
          "Give it a value: {type}.",
          "请给出值：{type}。");

  /** A setting has a value that does not do. */
  public static final IssueType SETTING_WRONG =
      IssueType.error(
          "FS-START-0014",
          "The value ({value}) of setting ({key}) of the {what} ({name}) of plug-in ({plugin}) is wrong: {cause}.",
          "插件（{plugin}）的 {what}（{name}）设置项（{key}）的值（{value}）有误：{cause}。",
          "It is a {type}.",
          "其类型为 {type}。");

  /** The storage cannot be opened. */
  public static final IssueType STORAGE_FAILED =
      IssueType.error(
          "FS-START-0015",
          "The storage ({name}) of plug-in ({plugin}) cannot be opened: {cause}.",
          "插件（{plugin}）的存储（{name}）无法打开：{cause}。",
          "See the message; nothing was changed by the library.",
          "请查看消息；本库未作任何更改。");

  /** The stored data has a format that this version does not read. */
  public static final IssueType STORED_FORMAT =
      IssueType.error(
          "FS-START-0016",
          "The stored format of {format} is {stored}, and this version reads {current}.",
          "{format} 的存储格式为 {stored}，当前版本读取 {current}。",
          "Open it with the release that wrote it, or a later one.",
          "请用写入它的版本或更新的版本打开。");

  /** No plug-in offers the messaging. */
  public static final IssueType MESSAGING_UNKNOWN =
      IssueType.error(
          "FS-START-0017",
          "The messaging ({name}) is offered by no plug-in.",
          "没有插件提供消息系统（{name}）。",
          "Maybe {nearest}; otherwise add the jar that offers it.",
          "是否为 {nearest}？否则请加入提供它的 jar。");

  /** The messaging cannot be opened. */
  public static final IssueType MESSAGING_FAILED =
      IssueType.error(
          "FS-START-0018",
          "The messaging ({name}) of plug-in ({plugin}) cannot be opened: {cause}.",
          "插件（{plugin}）的消息系统（{name}）无法打开：{cause}。",
          "See the message; nothing was changed by the library.",
          "请查看消息；本库未作任何更改。");

  /** No plug-in offers the suite. */
  public static final IssueType CRYPTO_UNKNOWN =
      IssueType.error(
          "FS-START-0019",
          "The crypto suite ({name}) is offered by no plug-in.",
          "没有插件提供密码套件（{name}）。",
          "Maybe {nearest}; otherwise add the jar that offers it.",
          "是否为 {nearest}？否则请加入提供它的 jar。");

  /** No plug-in offers the place of keys. */
  public static final IssueType KEYS_UNKNOWN =
      IssueType.error(
          "FS-START-0020",
          "The place of keys ({name}) is offered by no plug-in.",
          "没有插件提供密钥存放处（{name}）。",
          "Maybe {nearest}; otherwise add the jar that offers it.",
          "是否为 {nearest}？否则请加入提供它的 jar。");

  /** The keys cannot be opened. */
  public static final IssueType KEYS_FAILED =
      IssueType.error(
          "FS-START-0021",
          "The keys ({name}) of plug-in ({plugin}) cannot be opened: {cause}.",
          "插件（{plugin}）的密钥（{name}）无法打开：{cause}。",
          "See the message.",
          "请查看消息。");

  /** The ledger was made with a hash function that no plug-in offers. */
  public static final IssueType DIGEST_UNKNOWN =
      IssueType.error(
          "FS-START-0022",
          "The ledger was made with a hash function that no plug-in offers.",
          "账本所用的哈希算法没有插件提供。",
          "Add the jar with which the city was made, such as foodsafety-crypto-sm.",
          "请加入建库时使用的 jar，如 foodsafety-crypto-sm。");

  /** No plug-in offers the channel. */
  public static final IssueType CHANNEL_UNKNOWN =
      IssueType.error(
          "FS-START-0023",
          "The notification channel ({name}) is offered by no plug-in.",
          "没有插件提供通知通道（{name}）。",
          "Maybe {nearest}; otherwise add the jar that offers it.",
          "是否为 {nearest}？否则请加入提供它的 jar。");

  /** The channel cannot be opened. */
  public static final IssueType CHANNEL_FAILED =
      IssueType.error(
          "FS-START-0024",
          "The notification channel ({name}) of plug-in ({plugin}) cannot be opened: {cause}.",
          "插件（{plugin}）的通知通道（{name}）无法打开：{cause}。",
          "See the message; nothing was changed by the library.",
          "请查看消息；本库未作任何更改。");

  /** There is no policy of which changes are to be recorded. */
  public static final IssueType RECORDED_POLICY_UNKNOWN =
      IssueType.error(
          "FS-START-0025",
          "Changes of grades are to be recorded by the policy ({policy}), which the city does not have.",
          "要求记录政策（{policy}）的等级变化，但城市没有该政策。",
          "Maybe {nearest}; otherwise add the policy or its region.",
          "是否为 {nearest}？否则请加入该政策或其地区包。");

  /** A policy reads what its own grades would make. */
  public static final IssueType RECORDED_POLICY_READS_CHANGES =
      IssueType.error(
          "FS-START-0026",
          "The policy ({policy}) reads facts of kind {kind}, so its changes of grades cannot be recorded.",
          "政策（{policy}）读取 {kind} 类事实，因此其等级变化不能记录。",
          "A grade must not rest on its own changes: let the policy read what these rest on.",
          "等级不得依据自身的变化：请让政策读取变化所依据的事实。");

  private StartupIssues() {}
}
