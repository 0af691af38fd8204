"""How columns of vendor files are headed, in English and Chinese and a few other languages.

The headers are those of the master data of common purchasing and accounting programs and of the
forms of export control offices; each was typed here, folded as `columns.folded` does. A header
that is not here is no column of its role: a wrong guess would screen the wrong cells.
"""


def _terms(text: str) -> frozenset[str]:
    return frozenset(term.strip() for term in text.replace("\n", ";").split(";")) - {""}


# What says "the name of the party" by itself comes first; where there is none of those, the bare
# words for the party are taken, which may also head a column of numbers.
NAMES = _terms("""
name; full name; legal name; registered name; entity name; party name; business name
company name; name of company; corporate name; firm name; organization name; organisation name
vendor name; name of vendor; supplier name; name of supplier; customer name; client name
counterparty name; partner name; business partner name; account name; consignee name
end user name; manufacturer name; institution name; beneficiary name; payee name; contractor name
name 1; name1; screened name; vendor legal name; supplier legal name; legal entity name
company legal name; firmenname; nom; razon social; raison sociale; 名称; 名字; 姓名; 全称
供应商名称; 供应商名; 供应商全称; 供货商名称; 厂商名称; 公司名称; 公司名; 公司全称; 企业名称
单位名称; 客户名称; 客户名; 客户全称; 机构名称; 组织名称; 往来单位名称; 收货人名称; 最终用户名称
厂家名称; 供應商名稱; 公司名稱; 企業名稱; 客戶名稱; 廠商名稱; 名稱; 中文名称; 公司中文名称
""")
PARTIES = _terms("""
vendor; supplier; company; customer; client; counterparty; counter party; business partner
partner; entity; organization; organisation; party; consignee; end user; manufacturer; institution
firm; beneficiary; payee; contractor; firma; lieferant; kunde; proveedor; fournisseur; 供应商
供货商; 公司; 企业; 单位; 客户; 机构; 厂商; 往来单位; 收货人; 最终用户; 厂家; 供應商; 客戶; 企業
廠商
""")
# Beside a company, a bare "name" may be that of the person to write to, so it is not guessed.
BARE_NAMES = _terms("name; full name; 姓名; 名字; nom")
EMPLOYERS = _terms("""
company; organization; organisation; firm; institution; firma; 公司; 企业; 单位; 机构; 企業
""")
ALIASES = _terms("""
alias; aliases; trading name; aka; a k a; also known as; other name; other names; alternative name
alternative names; alternate name; alternate names; former name; former names; previous name
previous names; previously known as; fka; f k a; dba; d b a; doing business as; trade name
short name; abbreviation; acronym; english name; chinese name; local name; name in english
name in chinese; name english; name chinese; native name; 别名; 曾用名; 简称; 英文名称; 英文名
又名; 其他名称; 别称; 原名; 公司简称; 公司英文名称; 英文全称; 別名; 英文名稱; 簡稱
""")
COUNTRIES = _terms("""
country; countries; country code; country name; country region; country or region; country key
country of incorporation; country of registration; country of origin; country of residence
nationality; citizenship; jurisdiction; registered country; iso country; iso country code; land
vendor country; supplier country; customer country; company country; nation; pais; pays; 国家
国别; 国家地区; 国家或地区; 国籍; 所在国家; 所在国; 注册国家; 注册国; 所属国家; 国家代码; 國家
國別; 國籍
""")
IDENTIFIERS = _terms("""
tax id; tax number; tax no; tax id number; tin; vat; vat number; vat id; vat no; ein; lei
registration number; registration no; company registration number; company number; company no
business registration number; commercial register number; passport; passport number; passport no
national id; national id number; identity number; id number; identification number; imo
imo number; duns; duns number; d u n s; uscc; unified social credit code; swift; bic; swift code
统一社会信用代码; 社会信用代码; 信用代码; 税号; 纳税人识别号; 组织机构代码; 注册号; 工商注册号
护照号; 护照号码; 身份证号; 身份证号码; 證件號碼; 证件号码; 證照號碼; 統一編號
""")
KINDS = _terms("""
kind; entity type; party type; entity kind; partner type; counterparty type; subject type
主体类型; 实体类型; 对象类型
""")
BORN = _terms("""
born; birth date; birthdate; date of birth; dob; d o b; birthday; year of birth; birth year
出生日期; 生日; 出生年月; 出生年份; 出生年月日
""")

KIND_WORDS = {
    "organization": """organization organisation company entity corporate corporation business firm
        institution org o 公司 企业 机构 组织 单位 企業 機構""",
    "person": "person individual natural-person people p 个人 自然人 個人",
    "vessel": "vessel ship 船舶 船",
    "aircraft": "aircraft plane airplane 飞机 航空器",
    "address": "address 地址",
    "unknown": "unknown other 其他 未知",
}
EMPTY = frozenset(
    {"", "-", "--", "n/a", "na", "none", "null", "nil", "unknown", "无", "不详", "#n/a"}
)
# What programs write for nothing, and spreadsheets for an error; in no other spelling, since some
# are names of people.
NO_NAMES = frozenset(
    {"N/A", "n/a", "NULL", "null", "NaN", "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!"}
)
