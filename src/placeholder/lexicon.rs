//! The words that tell what a blank stands for. To add one, add it to a row.

use super::PlaceholderType::{self, DocumentNumber, Ordinal, Organization, Person, Phone};

/// Suffixes of places (specification §3.3, 4): the suffix, what the blank is then called, and what
/// may not follow it, because suffix and follower are another word (区域, 市场).
#[rustfmt::skip]
pub(super) const PLACE_SUFFIXES: &[(&str, &str, &str)] = &[
    ("自治区", "自治区名", ""), ("自治州", "自治州名", ""), ("自治县", "县名", ""),
    ("经济开发区", "园区名", ""), ("经开区", "园区名", ""), ("高新区", "园区名", ""),
    ("开发区", "园区名", ""), ("工业园", "园区名", ""), ("产业园", "园区名", ""), ("园区", "园区名", ""),
    ("新区", "园区名", ""), ("景区", "景区名", ""), ("灌区", "灌区名", ""), ("片区", "片区名", ""),
    ("社区", "社区名", ""), ("街道", "街道名", ""), ("小区", "小区名", ""), ("水库", "水库名", ""),
    ("高速", "高速公路名", ""), ("大道", "道路名", ""), ("大桥", "桥梁名", ""), ("公路", "道路名", ""),
    ("林场", "林场名", ""), ("农场", "农场名", ""), ("机场", "机场名", ""), ("码头", "码头名", ""),
    ("广场", "广场名", ""), ("公园", "公园名", ""), ("流域", "流域名", ""),
    ("人民政府", "地名", ""), ("人民法院", "地名", ""), ("人民检察院", "地名", ""),
    ("政府", "地名", ""), ("政协", "地名", ""), ("人大", "地名", ""),
    ("省", "省名", "级心力时"), ("市", "市名", "场容值政面"), ("县", "县名", ""), ("区", "区名", "域间块别分位级"),
    ("旗", "旗名", "帜舰下"), ("盟", "盟名", "友约"), ("州", "州名", ""), ("镇", "镇名", "痛"),
    ("乡", "乡名", "村愁"), ("村", "村名", "容"), ("路", "道路名", "径线灯面长"), ("街", "街道名", "长"),
    ("河", "河流名", "长"), ("湖", "湖泊名", "长"), ("山", "山名", ""), ("岛", "岛名", ""), ("站", "站名", "位点在好稳"),
];

/// Suffixes of organisations (§3.3, 7), with what may not follow.
#[rustfmt::skip]
pub(super) const ORGANIZATION_SUFFIXES: &[(&str, &str, &str)] = &[
    ("有限公司", "公司名", ""), ("公司", "公司名", ""), ("集团", "公司名", ""), ("企业", "企业名", ""),
    ("学校", "学校名", ""), ("小学", "学校名", ""), ("中学", "学校名", ""), ("职校", "学校名", ""),
    ("大学", "学校名", ""), ("学院", "学校名", ""), ("幼儿园", "学校名", ""), ("医院", "医院名", ""),
    ("银行", "银行名", ""), ("支行", "银行名", ""), ("合作社", "合作社名", ""), ("支部", "支部名", ""), ("党支部", "支部名", ""),
    ("党委", "单位名称", ""), ("支队", "单位名称", ""), ("大队", "单位名称", ""), ("中队", "单位名称", ""),
    ("委员会", "单位名称", ""), ("办公室", "单位名称", ""), ("中心", "单位名称", ""),
    ("部门", "部门名称", ""), ("单位", "单位名称", ""), ("科室", "科室名称", ""),
    ("局", "局名", "面部势限"), ("厅", "厅名", ""), ("委", "单位名称", "托派员屈"), ("办", "单位名称", "理公案事学结法好"),
    ("院", "单位名称", "士内"), ("所", "单位名称", "有在以需谓属"), ("科", "科室名称", "学技研"),
    ("厂", "企业名", "房"), ("社", "单位名称", "会保"),
];

/// Organisations whose own name lies between the blank and the suffix: xx市场监督管理局.
pub(super) const FAR_ORGANIZATION_SUFFIXES: &[&str] = &[
    "公司", "集团", "医院", "学校", "小学", "中学", "大学", "学院", "银行", "合作社", "委员会",
    "管理局", "监督局", "研究院",
];

/// Titles: a blank before one is a person (§3.3, 8).
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "同志", "书记", "副书记", "县长", "副县长", "市长", "副市长", "区长", "副区长", "镇长", "副镇长",
    "乡长", "副乡长", "局长", "副局长", "主任", "副主任", "部长", "副部长", "省长", "副省长", "处长",
    "副处长", "科长", "副科长", "院长", "副院长", "校长", "副校长", "所长", "站长", "队长", "主席",
    "副主席", "经理", "总经理", "董事长", "秘书长", "常委", "委员", "代表", "先生", "女士", "老师",
    "教授", "医生", "律师", "记者", "烈士", "领导",
];

/// What stands before the name of a person, besides a title.
pub(super) const BEFORE_PERSON: &[&str] = &[
    "联系人", "姓名", "述职人", "报告人", "汇报人", "填报人", "审核人", "负责人", "责任人", "签名",
    "签字", "作者", "通讯员", "法定代表人", "经办人", "主持人", "当事人",
];

/// What stands before a telephone number.
pub(super) const BEFORE_PHONE: &[&str] =
    &["电话", "手机", "热线", "传真", "手机号", "联系方式", "电话号码"];

/// Surnames that are not also a word that stands before a blank (和, 于, 向, 任, 时 …).
pub(super) const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许吕施张孔曹严魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗俞袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗郝邬齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾娄江童颜郭梅盛林刁钟徐邱骆蔡田樊胡凌霍虞万柯管卢莫丁邓洪包左石崔龚程裴陆荣翁侯宁仇甘武刘龙叶司黎白蒲赖卓乔党翟谭申冉桑桂牛边燕尚温庄晏柴瞿阎习艾向古易廖耿匡文寇欧沃蔚夏聂曾关曲游覃岳龙";

/// Bodies whose abbreviation stands before the number of a document: 国发, 政办函.
pub(super) const ISSUER_ENDINGS: &str = "发函办字令文通告";

/// Words behind which a year is a length of time: 连续*年.
pub(super) const DURATIONS: &[&str] = &[
    "连续", "历时", "近", "过去", "每", "为期", "有效期", "期限", "至少", "超过", "长达", "累计",
    "从业", "工作", "任职", "从教", "满", "用",
];

/// Words behind which a blank before a delimiter is a figure although it has no unit: 达到**，
pub(super) const FIGURE_VERBS: &[&str] = &[
    "达", "达到", "增至", "降至", "增加到", "提高到", "提高至", "下降到", "下降至", "增加至", "约",
    "近", "超过", "突破", "逾", "增长", "下降", "共计", "合计", "总计", "累计", "至少", "不少于",
    "不低于", "不超过",
];

/// Scopes of a rank: 全市第*.
pub(super) const RANK_SCOPES: &[&str] = &[
    "全国", "全省", "全市", "全县", "全区", "全州", "全球", "世界", "全系统", "居", "列", "排名",
    "前",
];

/// What follows a classifier and makes it another word, so that no figure is missing before it:
/// **个人述职报告, **位于. The exceptions begin like such a word: *个人才项目.
#[rustfmt::skip]
pub(super) const NOT_CLASSIFIERS: &[(&str, &[&str])] = &[
    ("个人", &["个人才", "个人工智", "个人口", "个人民"]), ("个体", &["个体育", "个体系"]), ("个性", &[]), ("个别", &["个别墅"]),
    ("处理", &[]), ("处置", &[]), ("处罚", &[]), ("处于", &[]), ("处在", &[]), ("处长", &[]), ("处级", &[]), ("处分", &[]),
    ("家园", &[]), ("家乡", &[]), ("家属", &[]), ("家禽", &[]), ("家居", &["家居民"]), ("家具", &["家具有"]),
    ("名义", &[]), ("名录", &[]), ("名校", &[]), ("名城", &[]), ("名优", &[]), ("台湾", &[]), ("台账", &[]), ("台风", &[]),
    ("口头", &[]), ("口碑", &[]), ("头条", &[]), ("集市", &[]), ("集体", &[]), ("集镇", &[]), ("群众", &[]), ("群岛", &[]),
    ("户籍", &[]), ("户外", &[]), ("支队", &["支队伍"]), ("支行", &[]), ("支书", &[]), ("支付", &[]), ("支农", &["支农业"]),
    ("人社", &["人社保"]), ("人居", &[]), ("人物", &[]), ("人文", &[]), ("人事", &[]), ("人防", &[]), ("人工", &[]), ("人员", &[]),
    ("成长", &[]), ("成都", &[]), ("成员", &[]), ("成熟", &[]), ("成品", &[]), ("成片", &[]), ("成型", &[]), ("成交", &[]), ("成渝", &[]),
    ("组长", &[]), ("组成", &[]), ("班长", &[]), ("道德", &[]), ("天津", &[]), ("天地", &[]), ("天空", &[]), ("天府", &[]),
    ("周末", &[]), ("周刊", &[]), ("周恩", &[]), ("门户", &[]), ("门诊", &[]), ("门店", &[]), ("款物", &[]),
    ("部署", &[]), ("部委", &[]), ("部队", &[]), ("部长", &[]), ("本人", &[]), ("本县", &[]), ("本市", &[]), ("本省", &[]),
    ("本区", &[]), ("本乡", &[]), ("本镇", &[]), ("本村", &[]), ("本单", &[]), ("本年", &[]), ("本部", &[]), ("本土", &[]), ("本职", &[]), ("本身", &[]),
    ("种子", &[]), ("种粮", &[]), ("种养", &[]), ("份额", &[]), ("列入", &[]), ("列为", &[]), ("批示", &[]), ("批评", &[]),
    ("票据", &[]), ("案由", &[]), ("笔试", &[]), ("卷烟", &[]), ("片面", &[]), ("场镇", &[]), ("层出", &[]), ("级别", &[]),
    ("元月", &[]), ("元首", &[]), ("米业", &[]), ("米粮", &[]), ("升旗", &[]), ("升温", &[]), ("瓦房", &[]), ("克拉", &[]), ("斤斤", &[]),
    ("起义", &[]), ("起点", &[]), ("起源", &[]), ("间谍", &[]), ("套路", &[]), ("套餐", &[]), ("条款", &[]), ("条件", &[]), ("条例", &[]), ("面貌", &[]), ("面对", &[]),
];

/// Classifiers that are mostly another word: they count only what stands behind them here, or
/// nothing at all (`*把，`).
#[rustfmt::skip]
pub(super) const RARE_CLASSIFIERS: &[(&str, &[&str])] = &[
    ("对", &["夫妻", "新人", "情侣"]), ("把", &["火", "锁", "椅", "伞", "钥匙"]), ("双", &["鞋", "手套", "袜"]),
    ("副", &["眼镜", "对联", "春联", "担架"]), ("首", &["歌", "诗", "作品"]), ("回", &[]), ("面", &["锦旗", "国旗", "党旗", "旗"]),
    ("单", &["业务"]), ("案", &[]), ("票", &["赞成", "反对"]), ("车", &["物资"]), ("船", &["货"]), ("队", &[]), ("群", &["羊", "牛"]),
    ("股", &[]), ("层", &["楼", "建筑", "住宅"]), ("席", &[]), ("集", &["纪录", "电视", "专题"]), ("头", &["牛", "猪", "羊", "生猪", "肉牛", "奶牛", "能繁"]),
    ("盘", &[]), ("班", &["公交", "列车", "航班"]), ("成", &["以上", "左右", "的", "多"]), ("番", &[]), ("员", &["大将", "干将"]), ("盒", &[]),
];

/// A character that a filter replaced by a star: what stands before, what behind, what it was.
pub(super) const CENSORED: &[(&str, &str, &str)] = &[
    ("", "政建设", "党"),
    ("", "风廉政", "党"),
    ("", "建工作", "党"),
    ("", "员干部", "党"),
    ("", "政机关", "党"),
    ("", "政领导", "党"),
    ("", "的建设", "党"),
    ("", "支部建设", "党"),
    ("", "和人民的", "党"),
    ("领导干", "", "部"),
    ("党员干", "", "部"),
    ("", "产党", "共"),
    ("中国共", "党", "产"),
];

/// Prompts of Word's content controls and templates.
pub(super) const CONTENT_PROMPTS: &[&str] = &[
    "单击或点击此处输入文字。", "单击或点击此处输入文字", "单击此处输入文字。", "单击此处输入文字",
    "单击或点击以输入日期。", "单击或点击以输入日期", "单击此处输入日期。", "单击此处输入日期",
    "单击或轻触此处输入文字。", "点击此处输入文字", "选择一项。", "[文档标题]", "[文档副标题]",
    "[作者姓名]", "[公司名称]", "[日期]", "[键入文字]", "[键入文档标题]", "[键入文档副标题]",
    "Click or tap here to enter text.", "Click here to enter text.",
    "Click or tap to enter a date.", "Choose an item.",
];

/// Verbs of an instruction in brackets: （请填写…）.
pub(super) const INSTRUCTION_VERBS: &[&str] = &[
    "填写", "输入", "插入", "补充", "写明", "简述", "填入", "注明", "列明", "列出", "概述", "键入",
    "填报",
];

/// What may stand before such a verb.
pub(super) const INSTRUCTION_OPENINGS: &[&str] = &[
    "此处请", "此处", "这里请", "这里", "在此处", "在此", "请在此处", "请在此", "请", "需",
    "由各单位", "根据实际",
];

/// What stands in brackets for a decision that is still open: （待定）.
pub(super) const PENDING: &[&str] = &[
    "待定", "待补充", "待核实", "待填写", "待填", "待补", "待确认", "待核", "待更新", "待完善",
    "待查", "待统计", "待核定", "暂缺", "数据待核实", "数据待补充", "数据待定", "具体数据待定",
    "内容待补充",
];

/// Fields that a template names in brackets: 【单位】, <单位名称>.
pub(super) const TEMPLATE_FIELDS: &[&str] = &[
    "单位", "单位名称", "姓名", "名称", "部门", "部门名称", "公司名称", "企业名称", "职务", "日期",
    "年份", "金额", "数字", "数据", "数量", "地名", "县名", "市名", "项目名称", "学校名称",
    "具体数字", "具体数据", "年度", "时间", "电话", "联系电话", "地址", "会议名称", "文件名称",
    "填写", "具体内容",
];

/// What 某 anonymises, and what kind that is. The last column says whether it is to be filled in;
/// 某企业 and 某地 are mostly meant to stay.
pub(super) const SOME_NOUNS: &[(&str, PlaceholderType, bool)] = &[
    ("省", PlaceholderType::Place, true),
    ("市", PlaceholderType::Place, true),
    ("县", PlaceholderType::Place, true),
    ("区", PlaceholderType::Place, true),
    ("镇", PlaceholderType::Place, true),
    ("乡", PlaceholderType::Place, true),
    ("村", PlaceholderType::Place, true),
    ("街道", PlaceholderType::Place, true),
    ("社区", PlaceholderType::Place, true),
    ("局", Organization, true),
    ("公司", Organization, true),
    ("地区", PlaceholderType::Place, false),
    ("地", PlaceholderType::Place, false),
    ("企业", Organization, false),
    ("单位", Organization, false),
    ("部门", Organization, false),
    ("厂", Organization, false),
    ("医院", Organization, false),
    ("学校", Organization, false),
    ("中学", Organization, false),
    ("小学", Organization, false),
    ("大学", Organization, false),
    ("银行", Organization, false),
    ("集团", Organization, false),
    ("同志", Person, false),
    ("书记", Person, false),
    ("局长", Person, false),
    ("领导", Person, false),
    ("小区", PlaceholderType::Place, false),
];

/// Phrases behind 某 that anonymise nothing: 某市场主体 is any of them.
pub(super) const SOME_EXCEPTIONS: &[&str] =
    &["市场", "区域", "区间", "地点", "地方", "地段", "局部", "省级", "市级", "县级"];

/// What a kind of blank is called when nothing closer is known.
pub(super) const GENERIC_NAMES: &[(PlaceholderType, &str)] = &[
    (Ordinal, "序号"),
    (PlaceholderType::Date, "日期"),
    (PlaceholderType::Place, "地名"),
    (Organization, "单位名称"),
    (Person, "姓名"),
    (DocumentNumber, "文号"),
    (Phone, "电话号码"),
    (PlaceholderType::Id, "号码（已遮蔽）"),
    (PlaceholderType::Name, "名称"),
    (PlaceholderType::Instruction, "填写提示"),
];

/// What follows 所 when it ends the name of an office: 该县XX所持续优化服务.
#[rustfmt::skip]
pub(super) const WORK_VERBS: &[&str] = &[
    "持续", "积极", "认真", "坚持", "围绕", "开展", "组织", "严格", "不断", "深入", "紧紧", "联合", "始终", "全面", "大力", "加强", "结合", "及时", "充分", "充当", "民警", "所长", "负责", "工作", "干警", "扎实", "切实", "以", "将", "对", "在", "为", "与", "把", "的", "通过", "按照", "根据", "利用", "聚焦", "推行", "创新", "强化",
];

/// What follows the name of an official: 书记xx说.
pub(super) const NAME_VERBS: &[&str] = &[
    "说", "表示", "指出", "介绍", "强调", "出席", "主持", "带队", "带领", "作", "在", "到", "率",
    "率队", "一行", "等",
];
