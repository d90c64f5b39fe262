//! Which department most likely knows a figure, at county and city level (specification §7.1).
//!
//! A suggestion that somebody can change: where no word fits, none is made.

/// A department, and the words its figures are reported with.
#[derive(Clone, Copy, Debug)]
pub struct Department {
    /// Its usual short name.
    pub name: &'static str,
    /// Words of its figures. Of several that stand in a text the longest counts, and of those the
    /// last, because a Chinese phrase ends with its head.
    pub words: &'static [&'static str],
    /// An indicator that it is suggested for.
    pub example: &'static str,
}

/// The department that the words of `text` suggest.
#[must_use]
pub fn suggest(text: &str) -> Option<&'static str> {
    let found = DEPARTMENTS.iter().flat_map(|department| {
        let words = department.words.iter();
        words.filter_map(move |word| Some((word.len(), text.rfind(word)?, department.name)))
    });
    found.max_by_key(|&(length, at, _)| (length, at)).map(|(.., name)| name)
}

/// The departments.
#[rustfmt::skip]
pub const DEPARTMENTS: &[Department] = &[
    Department {
        name: "统计局",
        words: &["生产总值", "GDP", "固定资产投资", "固投", "规上工业", "规模以上工业", "社零", "社会消费品零售", "居民人均可支配收入", "人均可支配收入", "居民收入", "三次产业", "城镇化率", "常住人口"],
        example: "规上工业增加值增速",
    },
    Department {
        name: "发改委",
        words: &["重点项目", "重大项目", "中央预算内", "专项债券项目", "粮食储备", "储备粮", "单位GDP能耗", "营商环境", "以工代赈"],
        example: "实施重点项目",
    },
    Department {
        name: "财政局",
        words: &["预算收入", "公共预算", "财政收入", "财政支出", "财政总收入", "债务", "专项债", "国有资本", "三公经费", "民生支出"],
        example: "一般公共预算收入",
    },
    Department {
        name: "税务局",
        words: &["税收", "减税", "退税", "留抵"],
        example: "办理增值税留抵退税",
    },
    Department {
        name: "住建局",
        words: &["老旧小区", "棚户区", "棚改", "危房", "停车", "燃气", "自建房", "二水厂", "水厂", "供水", "供热", "污水", "保障性住房", "保障房", "公租房", "管网", "雨污分流", "保交楼", "建筑业", "商品房", "物业", "城市更新", "房地产"],
        example: "改造老旧小区",
    },
    Department {
        name: "城管执法局",
        words: &["市容", "小广告", "占道", "违停", "垃圾分类", "公园绿地", "公厕", "口袋公园", "环卫", "绿化", "亮化", "户外广告", "渣土", "流动摊贩", "生活垃圾"],
        example: "清理小广告",
    },
    Department {
        name: "自然资源局",
        words: &["土地", "出让", "划拨", "耕地", "永久基本农田", "矿山", "矿产", "采矿", "违建", "地质灾害", "地灾", "田长", "不动产", "国土空间", "批而未供", "闲置用地"],
        example: "盘活闲置土地",
    },
    Department {
        name: "生态环境局",
        words: &["空气质量", "优良天数", "PM2.5", "PM₂.₅", "断面水质", "水质", "排污", "环境执法", "化学需氧量", "秸秆禁烧", "环境违法"],
        example: "空气优良天数比例",
    },
    Department {
        name: "卫健局",
        words: &["疫苗", "卫生院", "卫生室", "医院", "床位", "医共体", "家庭医生", "两癌", "托育", "托位", "核酸", "义诊", "医疗机构"],
        example: "接种疫苗",
    },
    Department {
        name: "医保局",
        words: &["医保", "基本医疗保险", "医疗救助", "集采"],
        example: "城乡居民医保参保人数",
    },
    Department {
        name: "商务局",
        words: &["招商", "外贸", "进出口", "利用外资", "电商", "消费券", "跨境", "签约项目", "限上企业"],
        example: "招商引资到位资金",
    },
    Department {
        name: "工信局",
        words: &["专精特新", "技改", "技术改造", "工业企业", "小升规", "工业投资", "5G基站", "智能制造", "绿色工厂"],
        example: "新增专精特新企业",
    },
    Department {
        name: "科技局",
        words: &["高新技术企业", "科技型中小企业", "研发投入", "研发经费", "技术合同", "科技特派员", "专利"],
        example: "全社会研发经费投入强度",
    },
    Department {
        name: "市场监管局",
        words: &["经营主体", "市场主体", "食品安全", "抽检", "特种设备", "药品监管", "商标", "个体工商户"],
        example: "新增市场主体",
    },
    Department {
        name: "教体局",
        words: &["学校", "幼儿园", "中小学", "学位", "教师", "义务教育", "高考", "学生", "校园", "健身", "体育", "思政课", "双减"],
        example: "新增义务教育学位",
    },
    Department {
        name: "人社局",
        words: &["就业", "培训", "失业", "社保", "养老保险", "工伤保险", "农民工工资", "欠薪", "创业担保", "公益性岗位"],
        example: "新增城镇就业",
    },
    Department {
        name: "民政局",
        words: &["低保", "特困", "养老服务", "养老机构", "养老院", "孤儿", "临时救助", "残疾人两项补贴", "居家养老", "社会救助", "高龄"],
        example: "发放低保金",
    },
    Department {
        name: "退役军人事务局",
        words: &["退役军人", "优抚", "双拥", "拥军"],
        example: "安置退役军人",
    },
    Department {
        name: "交通局",
        words: &["道路", "公路", "通车", "公交", "桥梁", "客运", "货运", "高速"],
        example: "新改建农村公路",
    },
    Department {
        name: "水利局",
        words: &["水库", "河长", "灌溉", "灌区", "堤防", "水利", "农村饮水", "水土流失", "中小河流", "引水"],
        example: "除险加固水库",
    },
    Department {
        name: "农业农村局",
        words: &["高标准农田", "生猪", "粮食", "人居环境", "农产品", "农机", "合作社", "家庭农场", "蔬菜", "春耕", "厕所革命", "户厕", "宅基地", "村集体", "畜禽", "播种", "种植", "防返贫", "脱贫", "乡村振兴", "帮扶", "衔接资金"],
        example: "建成高标准农田",
    },
    Department {
        name: "林业局",
        words: &["造林", "森林", "林长", "草原", "湿地", "林下"],
        example: "完成营造林",
    },
    Department {
        name: "文旅局",
        words: &["旅游", "游客", "景区", "文物", "非遗", "文化惠民", "图书馆", "民宿", "演出", "文化馆"],
        example: "接待游客",
    },
    Department {
        name: "应急管理局",
        words: &["安全生产", "安全隐患", "生产安全事故", "防灾减灾", "应急演练", "应急救援", "森林火险"],
        example: "排查安全隐患",
    },
    Department {
        name: "消防救援大队",
        words: &["消防", "火灾"],
        example: "消防检查",
    },
    Department {
        name: "公安局",
        words: &["刑事案件", "治安案件", "破案", "破获", "电信诈骗", "电诈", "反诈", "抓获", "交通事故", "扫黑除恶", "发案", "警情", "禁毒", "吸毒"],
        example: "破获刑事案件",
    },
    Department {
        name: "司法局",
        words: &["法律援助", "人民调解", "调解矛盾纠纷", "行政复议", "普法", "社区矫正", "法治宣传"],
        example: "办理法律援助案件",
    },
    Department {
        name: "信访局",
        words: &["信访", "来访", "12345", "网民留言"],
        example: "化解信访积案",
    },
    Department {
        name: "纪委监委",
        words: &["违纪", "立案审查", "问题线索", "党纪政务处分", "党纪", "四种形态", "中央八项规定", "廉政", "巡察", "谈话提醒", "警示教育", "留置", "腐败"],
        example: "立案审查违纪案件",
    },
    Department {
        name: "法院",
        words: &["审结", "执结", "受理案件", "诉前调解"],
        example: "审结各类案件",
    },
    Department {
        name: "检察院",
        words: &["批准逮捕", "批捕", "提起公诉", "公益诉讼", "检察建议"],
        example: "提起公诉",
    },
    Department {
        name: "组织部",
        words: &["党员", "党支部", "党组织", "党费", "主题党日", "干部", "驻村", "第一书记", "人才引进", "引进人才", "党课", "公务员"],
        example: "发展党员",
    },
    Department {
        name: "宣传部",
        words: &["新时代文明实践", "志愿服务", "志愿者", "舆情", "新闻报道", "文明创建", "理论学习中心组", "宣讲"],
        example: "开展志愿服务",
    },
    Department {
        name: "残联",
        words: &["残疾人"],
        example: "残疾人康复服务",
    },
    Department {
        name: "妇联",
        words: &["巾帼致富", "巾帼", "妇女", "家庭教育"],
        example: "培训巾帼致富带头人",
    },
    Department {
        name: "共青团",
        words: &["共青团", "团员", "青年志愿"],
        example: "发展团员",
    },
    Department {
        name: "金融办",
        words: &["贷款", "信贷", "存款", "普惠小微", "融资", "上市企业", "保费"],
        example: "银行业贷款余额",
    },
    Department {
        name: "供电公司",
        words: &["用电量", "供电", "电网", "变电站", "停电"],
        example: "全社会用电量",
    },
    Department {
        name: "行政审批局",
        words: &["一网通办", "政务服务", "行政审批", "审批事项", "一件事", "办件"],
        example: "政务服务事项网办率",
    },
    Department {
        name: "人大办",
        words: &["人大代表", "代表建议", "人大议案"],
        example: "办理人大代表建议",
    },
    Department {
        name: "政协办",
        words: &["政协", "委员提案"],
        example: "办理政协提案",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_hold() {
        for Department { name, example, .. } in DEPARTMENTS {
            assert_eq!(suggest(example), Some(*name), "{example}");
        }
    }

    #[test]
    fn every_word_belongs_to_one_department() {
        let mut words: Vec<&str> = DEPARTMENTS.iter().flat_map(|d| d.words).copied().collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }

    #[test]
    fn nothing_is_suggested_for_anything() {
        for text in ["", "撰写心得", "召开会议", "市长", "对接工作"] {
            assert_eq!(suggest(text), None, "{text}");
        }
    }
}
