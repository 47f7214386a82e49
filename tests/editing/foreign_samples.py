"""Small tables in each format of other systems, in the shapes that their standards document."""

import json

OPEN_SDG = """\
Year,Sex,District,Units,Value
2018,,,Percentage,20.5
2018,Male,,Percentage,19.5
2018,Female,,Percentage,21.5
2018,,1,Percentage,18.5
2019,,,Percentage,20.25
"""

SDMX_CSV = """\
DATAFLOW,FREQ,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,OBS_NOTE
AG:DF_CITY(1.0),A,AT002,UNEMP,_T,2019,7.5,A,PT,
AG:DF_CITY(1.0),A,AT002,UNEMP,_T,2020,8.25,P,PT,"Survey, new form"
AG:DF_CITY(1.0),A,AT002,UNEMP,_T,2021,,O,PT,
AG:DF_CITY(1.0),A,AT003,UNEMP,_T,2020,5.5,A,PT,
AG:DF_CITY(1.0),A,AT002,JOBS,_T,2020,5000,A,NR,
"""

EUROSTAT_TSV = (
    "freq,indic_ur,unit,cities\\TIME_PERIOD\t2019 \t2020 \t2021 \t2022 \n"
    "A,EN3012V,PC,AT002C\t98.5 \t99.1 b\t: \t99.4 bp\n"
    "A,EN3013V,PC,AT002C\t: c\t97.5 e\t97.5 u\t: z\n"
    "A,EN3012V,PC,AT003C\t91.0 \t92.0 \t93.0 \t94.0 \n"
)
"""A blank stands behind a figure without a flag."""

JSON_STAT = json.dumps(
    {
        "version": "2.0",
        "class": "dataset",
        "label": "Unemployment by sex",
        "source": "City office",
        "id": ["metric", "time", "geo", "sex"],
        "size": [1, 2, 1, 3],
        "role": {"time": ["time"], "geo": ["geo"], "metric": ["metric"]},
        "dimension": {
            "metric": {"category": {"label": {"unemp": "unemployment"}}},
            "time": {"category": {"index": {"2020": 1, "2019": 0}}},
            "geo": {"category": {"label": {"AT002": "Graz"}}},
            "sex": {"category": {"index": ["T", "M", "F"]}},
        },
        "value": [7.50, 7.0, 8.0, 8.25, None, 8.75],
        "status": {"3": "p", "4": "c"},
    }
)

JSON_STAT_1 = json.dumps(
    {
        "cities": {
            "value": {"0": 7.5, "3": 5.5},
            "dimension": {
                "id": ["area", "year"],
                "size": [2, 2],
                "role": {"time": ["year"], "geo": ["area"]},
                "area": {"category": {"index": {"AT002": 0, "AT003": 1}}},
                "year": {"category": {"index": {"2019": 0, "2020": 1}}},
            },
        }
    }
)

PXWEB = json.dumps(
    {
        "columns": [
            {"code": "Region", "text": "region", "type": "d"},
            {"code": "Tid", "text": "year", "type": "t"},
            {"code": "A1", "text": "Unemployment", "type": "c"},
            {"code": "A2", "text": "Population", "type": "c"},
        ],
        "comments": [],
        "data": [
            {"key": ["0114", "2019"], "values": ["7.5", "39289"]},
            {"key": ["0114", "2020"], "values": ["..", "40000"]},
        ],
    }
)

PXWEB_CSV = '"region";"sex";"Unemployment 2019";"Unemployment 2020"\n"Graz";"men";7,5;8,25\n'

SOCRATA = json.dumps(
    [
        {":id": "row-1", "indicator": "unemployment", "year": "2019", "value": "7.5"},
        {":id": "row-2", "indicator": "unemployment", "year": "2020", "value": "8.25"},
    ]
)

CKAN = json.dumps(
    {
        "success": True,
        "result": {
            "fields": [{"id": "_id", "type": "int"}, {"id": "Jahr", "type": "text"}],
            "records": [{"_id": 1, "Jahr": "2019", "Wert": 7.5}, {"_id": 2, "Jahr": "2020"}],
        },
    }
)

WIDE = "City,Indicator,2019,2020\nGraz,Unemployment,7.5,8.25\nLinz,Unemployment,5.5,6.5\n"

LONG = "Labour market of the city\n\narea;Jahr;Wert;sex\n60101;2019;7,5;m\n60102;2019;5,5;m\n"
"""A title above it, semicolons, decimal commas, and a row for each area."""

UN_SDG = "\n".join(
    [
        "Goal,Target,Indicator,SeriesCode,GeoAreaCode,GeoAreaName,TimePeriod,Value,Time_Detail,"
        "UpperBound,LowerBound,Source,FootNote,[Cities],[Nature],[Units]",
        "11,11.2,11.2.1,SP_TRN_PUBL,40,Austria,2020,91.4,2020,,,UN-Habitat,,AUT_GRAZ,E,PERCENT",
        "11,11.2,11.2.1,SP_TRN_PUBL,40,Austria,2020,88.2,2020,,,UN-Habitat,,AUT_LINZ,E,PERCENT",
        "11,11.2,11.2.1,SP_TRN_PUBL,40,Austria,2020,90,2020,,,UN-Habitat,,NOCITI,E,PERCENT",
        "11,11.6,11.6.1,EN_REF_WASCOL,40,Austria,2021,100,2021,,,Graz,Survey,AUT_GRAZ,C,PERCENT",
        "11,11.7,11.7.1,EN_URB_OPENSP,40,Austria,2020,33.5,2020,,,Graz,,AUT_GRAZ,E,PERCENT",
    ]
)

WHO_AIR = """\
who_region,iso3,country_name,city,year,version,pm10_concentration,pm25_concentration,no2_concentration,pm10_tempcov,pm25_tempcov,no2_tempcov,type_of_stations
4_Eur,AUT,Austria,Graz/AUT,2018,"V6.0, 2023",23.5,15.25,24.75,97,97,98,"Urban, Traffic"
4_Eur,AUT,Austria,Graz/AUT,2019,"V6.0, 2023",20.5,,23.5,97,,98,Urban
4_Eur,AUT,Austria,Linz/AUT,2019,"V6.0, 2023",18.5,12.5,27,97,97,98,Urban
"""

PXWEB_CITY = json.dumps(
    {
        "columns": [
            {"code": "Region", "text": "region", "type": "d"},
            {"code": "Kjonn", "text": "sex", "type": "d"},
            {"code": "Tid", "text": "year", "type": "t"},
            {"code": "A1", "text": "Unemployment rate (per cent)", "type": "c"},
            {"code": "A2", "text": "Life expectancy at birth", "type": "c"},
        ],
        "comments": [],
        "data": [
            {"key": ["60101", "0", "2019"], "values": ["7.5", "81.25"]},
            {"key": ["60101", "1", "2019"], "values": ["8.0", "79.5"]},
            {"key": ["60102", "0", "2019"], "values": ["5.5", "82.0"]},
        ],
    }
)
