"""Write data/names/person_names_at_large.tsv: names that very many people bear.

A shared Smith or Mohammed says little, so a common name must weigh little. US names come from the
census files in the `names` package (build time only); the names of the rest of the world are the
hand-typed block below. Run: `python scripts/names/person_names_at_large.py`.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "data" / "names" / "person_names_at_large.tsv"
HEADER = """\
# Names of persons that are common at large, given and family names together.
# name: folded; commonness: 3 very common, 2 common, 1 not rare; kind: family, given or both.
# Source: US Census 1990 name files (public domain) as packaged in `names` 0.3.0 (MIT), by rank;
# names of other countries typed by the authors. Written by scripts/names/person_names_at_large.py.
# License: US census data public domain; typed part Apache-2.0, as the project.
name\tcommonness\tkind
"""
RANKS = {"dist.all.last": (300, 1500, 5000), "dist.male.first": (120, 400, 800)}
RANKS |= {"dist.female.first": (120, 400, 1000)}
VERY_COMMON_FAMILY = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie
song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng su wei lv
ding ren shen yao lu cui zhong tan wong lee chan cheung lam ng leung ho kim park choi jung kang
cho yoon jang lim nguyen tran le pham hoang phan vu dang bui singh kumar sharma patel khan ahmed
ali hussain hussein hassan mohamed mohammed muhammad mohammad ibrahim abdullah ahmad omar saleh
mahmoud ivanov smirnov kuznetsov popov petrov volkov sokolov novikov morozov rodriguez garcia
martinez hernandez gonzalez lopez perez sanchez ramirez torres flores rivera gomez diaz silva
santos oliveira souza ferreira costa pereira muller schmidt schneider fischer weber meyer wagner
rossi russo ferrari martin bernard dubois yilmaz kaya demir celik sahin tanaka sato suzuki
takahashi watanabe ito yamamoto nakamura kobayashi kato
"""
COMMON_FAMILY = """
fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu yin xue yan duan lei hou long tao hao
gong shao wan qian dai mo kong xiang chang wen kang niu ge xing an qi yi qiao pang ni zhuang nie
shin kwon hwang ahn hong yoo jeon song moon son bae baek nam shim seo shah gupta das roy reddy rao
mehta jain verma mishra yadav chowdhury rahman islam hossain akhtar malik iqbal shaikh sheikh butt
qureshi siddiqui hashemi hosseini ahmadi mohammadi karimi rezaei moradi jafari rahimi heidari
ghasemi mousavi moosavi sadeghi kazemi akbari alavi nazari yusuf yousef khalil salim said hamid
mustafa osman nasser saad mansour haddad khoury aziz abbas jaber karim vasiliev mikhailov fedorov
lebedev kozlov semenov egorov pavlov stepanov nikolaev orlov andreev makarov nikitin zakharov
zaitsev solovyov borisov yakovlev grigoriev romanov vorobiev sergeev kuzmin frolov alexandrov
dmitriev korolev gusev kiselev ilyin maksimov polyakov sorokin shevchenko kovalenko bondarenko
tkachenko kravchenko boyko melnyk ivanova petrova smirnova cruz reyes morales ortiz gutierrez
chavez ramos ruiz alvarez mendoza vasquez castillo jimenez moreno romero herrera medina aguilar
vargas castro guzman mendez munoz salazar garza soto vega delgado rojas rios leon guerrero luna
campos valdez molina zamora almeida carvalho ribeiro alves lima gomes rodrigues fernandes barbosa
hoffmann schulz becker koch bauer richter klein wolf schroder neumann schwarz zimmermann braun
kruger hofmann hartmann lange esposito bianchi romano colombo ricci marino greco bruno gallo conti
petit durand leroy moreau simon laurent lefebvre michel yildiz yildirim ozturk aydin ozdemir
arslan dogan kilic aslan cetin kara koc kurt ozkan simsek yoshida yamada sasaki yamaguchi
matsumoto inoue kimura hayashi shimizu yamazaki mori abe ikeda hashimoto ishikawa nowak kowalski
wisniewski novak svoboda horvath nagy kovacs szabo popescu ionescu jovanovic petrovic nikolic
markovic andersson johansson karlsson nilsson hansen johansen olsen larsen nielsen jensen dejong
devries jansen bakker visser smit janssens peeters maes okafor okeke adeyemi mensah owusu diallo
traore coulibaly keita toure ndiaye diop mbeki dlamini nkosi
"""
VERY_COMMON_GIVEN = """
mohamed mohammed muhammad mohammad ahmed ahmad ali hassan hasan hussein husayn hossein omar umar
ibrahim yusuf abdullah abdul khalid mustafa mahmoud said saeed salim mohamad ismail hamid reza
mehdi amir hamza fatima aisha maryam zahra aleksandr sergei vladimir andrei aleksei dmitry mikhail
nikolai ivan igor oleg yuri viktor pavel alexander sergey andrey alexey elena olga tatiana natalia
irina svetlana anna maria jose juan luis carlos jorge pedro antonio francisco manuel miguel rafael
wei ming jun hui jing ying yan li hong ping hua lei tao gang bin jian xin yu feng yong min chao
jie qiang peng xiaoming raj ram sunil anil sanjay rajesh vijay ravi amit
"""
COMMON_GIVEN = """
jamal kamal karim rashid tariq walid nasser nasir faisal samir nabil jamil bilal salah saleh salih
sami adel majid masoud mansour mahdi javad jafar hadi hossain hamed saad saud fahd sultan fadi
ziad bassam hisham imad ayman ashraf sharif abdulrahman abdelrahman aziz rahman rahim akbar asghar
gholam parviz behrouz farhad kourosh dariush nader bahram zainab khadija leila layla mariam noor
nour anton artem boris denis evgeny konstantin maxim maksim roman ruslan vadim valery vasily
vyacheslav vitaly stanislav gennady anatoly leonid grigory kirill nikita ilya timur arkady
ekaterina galina lyudmila marina yulia nadezhda ludmila valentina fernando roberto eduardo ricardo
javier alejandro alberto alfredo raul oscar sergio mario ramon arturo enrique julio cesar hector
gerardo armando gustavo guadalupe rosa carmen ana jesus angel pablo diego joao paulo marco marcos
giuseppe giovanni francesco luigi jean pierre michel philippe hans klaus wolfgang jurgen mehmet
mustafa ahmet huseyin hakan murat emre xiao yi jia kai long bo hao cheng liang zhong guang zhi
xiang sheng hai dong ning rong xia fang juan mei lin zhen kun yun deepak manoj suresh ramesh vinod
ashok arun kiran prakash rakesh priya sunita
"""
TYPED = (
    (VERY_COMMON_FAMILY, 3, "family"),
    (COMMON_FAMILY, 2, "family"),
    (VERY_COMMON_GIVEN, 3, "given"),
    (COMMON_GIVEN, 2, "given"),
)


def census() -> list[tuple[str, int, str]]:
    """Names of the census files with their commonness, by rank."""
    rows = []
    for file, (very, common, known) in RANKS.items():
        kind = "family" if "last" in file else "given"
        lines = files("names").joinpath(file).read_text(encoding="ascii").splitlines()[:known]
        for rank, line in enumerate(lines, start=1):
            name = re.sub(r"[^a-z]", "", line.split()[0].lower())
            rows.append((name, 3 if rank <= very else 2 if rank <= common else 1, kind))
    return rows


def main() -> None:
    """Write the table, sorted by name; the higher commonness of two sources wins."""
    typed = [(name, rank, kind) for block, rank, kind in TYPED for name in block.split()]
    found: dict[str, tuple[int, str]] = {}
    for name, rank, kind in [*census(), *typed]:
        known_rank, known_kind = found.get(name, (0, kind))
        found[name] = (max(rank, known_rank), kind if kind == known_kind else "both")
    rows = "".join(f"{name}\t{rank}\t{kind}\n" for name, (rank, kind) in sorted(found.items()))
    TABLE.write_text(HEADER + rows, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
