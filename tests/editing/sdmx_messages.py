"""Small data messages of SDMX-ML, in the shapes that its schemas of versions 2.1 and 3.0 allow."""

BASE = "http://www.sdmx.org/resources/sdmxml/schemas"
FLOW = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=AG:DF_CITY(1.0)"
HEAD = """\
<message:Header><message:ID>m</message:ID><message:Test>false</message:Test>\
<message:Prepared>2026-01-02T03:04:05</message:Prepared><message:Sender id="AG"/>\
"""
REFERENCE = {
    "v2_1": '<Ref agencyID="AG" id="DF_CITY" version="1.0"/>',
    "v3_0": FLOW,
}


def specific(version: str, level: str, content: str, attributes: str = "") -> str:
    """Return a structure-specific message; `level` is the dimension at the observation."""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<message:StructureSpecificData xmlns:message="{BASE}/{version}/message" \
xmlns:common="{BASE}/{version}/common" xmlns:ss="{BASE}/{version}/data/structurespecific" \
xmlns:own="{FLOW}:ObsLevelDim:{level}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{HEAD}<message:Structure structureID="S1" namespace="{FLOW}" dimensionAtObservation="{level}">\
<common:StructureUsage>{REFERENCE[version]}</common:StructureUsage></message:Structure></message:Header>
<message:DataSet ss:structureRef="S1" xsi:type="own:DataSetType" ss:dataScope="DataStructure" \
action="Replace"{attributes}>{content}</message:DataSet>
</message:StructureSpecificData>
"""


SERIES = """
<Series FREQ="A" REF_AREA="AT002" INDICATOR="UNEMP" SEX="_T" UNIT_MEASURE="PT">
  <Obs TIME_PERIOD="2019" OBS_VALUE="7.50" OBS_STATUS="A"/>
  <Obs TIME_PERIOD="2020" OBS_VALUE="8.25" OBS_STATUS="P" OBS_NOTE="Survey, new form"/>
  <Obs TIME_PERIOD="2021" OBS_STATUS="O"/>
</Series>
<Series FREQ="A" REF_AREA="AT002" INDICATOR="UNEMP" SEX="F" UNIT_MEASURE="PT">
  <Obs TIME_PERIOD="2020" OBS_VALUE="8.75" OBS_STATUS="A"/>
</Series>
<Series FREQ="A" REF_AREA="AT003" INDICATOR="UNEMP" SEX="_T" UNIT_MEASURE="PT">
  <Obs TIME_PERIOD="2020" OBS_VALUE="5.5" OBS_STATUS="A"/>
</Series>
"""
KEY = 'FREQ="A" REF_AREA="AT002" INDICATOR="UNEMP"'
FLAT = f"""
<Obs {KEY} SEX="_T" TIME_PERIOD="2019" OBS_VALUE="7.50" OBS_STATUS="A"/>
<Obs {KEY} SEX="_T" TIME_PERIOD="2020" OBS_VALUE="8.25" OBS_STATUS="P" \
OBS_NOTE="Survey, new form"/>
<Obs {KEY} SEX="_T" TIME_PERIOD="2021" OBS_STATUS="O"/>
<Obs {KEY} SEX="F" TIME_PERIOD="2020" OBS_VALUE="8.75" OBS_STATUS="A"/>
"""
SPECIFIC_2_1 = specific("v2_1", "TIME_PERIOD", SERIES)
SPECIFIC_3_0 = specific("v3_0", "AllDimensions", FLAT, ' UNIT_MEASURE="PT"')
"""The unit is an attribute of the whole set."""


def _generic_series(area: str, sex: str, *observations: str) -> str:
    keys = {"FREQ": "A", "REF_AREA": area, "INDICATOR": "UNEMP", "SEX": sex}
    values = "".join(f'<generic:Value id="{key}" value="{one}"/>' for key, one in keys.items())
    unit = '<generic:Attributes><generic:Value id="UNIT_MEASURE" value="PT"/></generic:Attributes>'
    return (
        f"<generic:Series><generic:SeriesKey>{values}</generic:SeriesKey>{unit}"
        f"{''.join(observations)}</generic:Series>"
    )


def _generic_observation(period: str, value: str, **attributes: str) -> str:
    said = "".join(f'<generic:Value id="{key}" value="{one}"/>' for key, one in attributes.items())
    return (
        f'<generic:Obs><generic:ObsDimension value="{period}"/><generic:ObsValue value="{value}"/>'
        f"<generic:Attributes>{said}</generic:Attributes></generic:Obs>"
    )


GENERIC_2_1 = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<message:GenericData xmlns:message="{BASE}/v2_1/message" xmlns:common="{BASE}/v2_1/common" \
xmlns:generic="{BASE}/v2_1/data/generic">
{HEAD}<message:Structure structureID="S1" dimensionAtObservation="TIME_PERIOD"><common:Structure>\
<Ref agencyID="AG" id="DSD_CITY" version="1.0" class="DataStructure"/></common:Structure>\
</message:Structure></message:Header>
<message:DataSet structureRef="S1" action="Replace">\
{
    _generic_series(
        "AT002",
        "_T",
        _generic_observation("2019", "7.50", OBS_STATUS="A"),
        _generic_observation("2020", "8.25", OBS_STATUS="P", OBS_NOTE="Survey, new form"),
    )
}{_generic_series("AT002", "F", _generic_observation("2020", "8.75", OBS_STATUS="A"))}\
</message:DataSet>
</message:GenericData>
"""
STRUCTURE = f"""\
<message:Structure xmlns:message="{BASE}/v2_1/message" xmlns:structure="{BASE}/v2_1/structure">
{HEAD}</message:Header><message:Structures/></message:Structure>
"""
ENTITIES = SPECIFIC_2_1.replace(
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
).replace("Survey, new form", "&x;")
