#include "support/hidden_elements.h"

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/hidden_elements_rows.h"
#include "support/program.h"

static const int class_from[HIDDEN_CLASSES] = { 0, 6, 12, 18, 26, 39, 52 };
static void add_source(struct buffer *spec, const char *id, const char *rule)
{
	static const char *const columns[][2] = {
		{ "indicator", "indicator" },
		{ "period", "period" },
		{ "organisation", "organisation" },
		{ "dimension", "dimension" },
		{ "group", "group" },
		{ "sex", "sex" },
		{ "n", "numerator" },
		{ "d", "denominator" },
		{ "v", "value" },
	};

	buffer_printf(spec, "<source id='%s' href='%s.csv' rule='%s' title='%s'>", id, id, rule,
		      id);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		buffer_printf(spec, "<map column='%s' as='%s'/>", columns[i][0], columns[i][1]);
	buffer_add_text(spec, "<missing value='' means='not-available'/></source>\n");
}

static void add_indicator(struct buffer *spec, const struct hidden_writer *writer,
			  const char *source, const char *id, const char *attributes)
{
	buffer_printf(spec,
		      "<indicator id='%s%s' source='%s' good='low' %s><name>Share %s</name>"
		      "<measure>the share of %s</measure></indicator>\n",
		      writer->prefix, id, source, attributes, id, id);
}

static void add_indicators(struct buffer *spec, const struct hidden_writer *writer,
			   const char *source)
{
	static const char *const plain[] = {
		"ends", "plain", "months", "places", "bodies", "peers"
	};

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		add_indicator(spec, writer, source, plain[i], "method='proportion'");
	add_indicator(spec, writer, source, "list", "method='count'");
	for (int i = 0; i < HIDDEN_MEDIANS; i++)
		buffer_printf(spec,
			      "<indicator id='%s%s' source='%s' good='low' method='given'>"
			      "<name>Median wait</name><measure>the median wait</measure>"
			      "<unit>weeks</unit></indicator>\n",
			      writer->prefix, hidden_medians[i], source);
	for (int i = 0; i < HIDDEN_PARTS; i++)
		add_indicator(spec, writer, source, hidden_answers[i],
			      arena_printf(arena,
					   "method='proportion' family='%sanswers' side='%s'",
					   writer->prefix,
					   i < 2    ? "negative"
					   : i == 2 ? "neutral"
						    : "positive"));
	for (int i = 0; i < HIDDEN_CLASSES; i++)
		add_indicator(spec, writer, source, hidden_classes[i],
			      arena_printf(arena,
					   "method='proportion' family='%swaits' class-from='%d'%s",
					   writer->prefix, class_from[i],
					   i + 1 < HIDDEN_CLASSES
						   ? arena_printf(arena, " class-to='%d'",
								  class_from[i + 1])
						   : ""));
}

/* @ stands for the prefix of the indicators. */
static const char elements[] =
	"<section><title>@ figures</title>"
	"<commentary indicator='@ends' by='deprivation'/>"
	"<commentary indicator='@ends' by='deprivation' length='bullets' register='technical'/>"
	"<commentary indicator='@plain' by='deprivation'/><commentary indicator='@ends'/>"
	"<commentary indicator='@places' by='neighbourhood'/>"
	"<chart kind='dumbbell' indicator='@ends' by='deprivation'/>"
	"<chart kind='dumbbell' indicators='@ends|@plain' by='deprivation'/>"
	"<chart kind='concentration' indicator='@ends' by='deprivation'/>"
	"<chart kind='concentration' indicator='@ends' by='deprivation' series='period'/>"
	"<chart kind='pareto' indicator='@ends' by='deprivation'/>"
	"<chart kind='pareto' indicator='@plain' by='deprivation' of='excess'/>"
	"<chart kind='pareto' indicators='@ends|@plain' by='all' of='count'/>"
	"<chart kind='small-multiples' indicator='@ends' by='deprivation'/>"
	"<chart kind='small-multiples' of-kind='bars' panels='period' indicator='@ends' "
	"by='deprivation'/>"
	"<chart kind='small-multiples' of-kind='bars' panels='indicator' "
	"indicators='@ends|@plain' by='deprivation'/>"
	"<chart kind='stacked' indicator='@ends' by='deprivation' series='period'/>"
	"<chart kind='bars' indicator='@ends' by='deprivation' order='value'>"
	"<target value='5'>Standard</target><layer mark='dot' period='2022'/></chart>"
	"<chart kind='bars' indicator='@plain' by='deprivation'>"
	"<annotate at='value:6.5'>here</annotate></chart>"
	"<chart kind='heat-table' indicators='@ends|@plain' by='deprivation'/>"
	"<table kind='summary' indicators='@ends|@plain' by='deprivation'/>"
	"<table kind='measures' indicators='@ends|@plain' by='deprivation'/>"
	"<table kind='completeness' indicators='@ends|@plain' by='deprivation'/>"
	"<table indicator='@ends' by='deprivation' sparkline='true'/>"
	"<table indicator='@ends' by='deprivation' order='value'/>"
	"<chart kind='control' indicator='@months'><target value='5'>Standard</target></chart>"
	"<chart kind='control' indicator='@months' rebase='2024-01'/>"
	"<chart kind='funnel' indicator='@places' by='neighbourhood'/>"
	"<chart kind='pareto' indicator='@places' by='neighbourhood'/>"
	"<chart kind='peers' indicator='@bodies' by='organisation' emphasise='GB3'/>"
	"<chart kind='peers' indicator='@peers' by='all' compare='others'/>"
	"<chart kind='funnel' indicator='@peers' by='all' compare='others'/>"
	"<chart kind='places' indicator='@bodies' by='organisation'/>"
	"<chart kind='places' indicator='@bodies' by='organisation' tiles='tiles.csv'/>"
	"<chart kind='places' indicator='@bodies' by='organisation' boundaries='map.geojson' "
	"key='code'/>"
	"<chart kind='stacked' by='deprivation' "
	"indicators='@answer-0|@answer-1|@answer-2|@answer-3|@answer-4'/>"
	"<chart kind='waits' by='deprivation' "
	"indicators='@wait-0|@wait-6|@wait-12|@wait-18|@wait-26|@wait-39|@wait-52'/>"
	"<chart kind='waits' by='deprivation' median='@median-ends' "
	"indicators='@wait-0|@wait-6|@wait-12|@wait-18|@wait-26|@wait-39|@wait-52'/>"
	"<chart kind='waits' by='deprivation' median='@median-middle' "
	"indicators='@wait-0|@wait-6|@wait-12|@wait-18|@wait-26|@wait-39|@wait-52'/>"
	"<table indicator='@median-ends' by='deprivation'/>"
	"<commentary indicator='@median-ends' by='deprivation'/>"
	"<chart kind='waits-cumulative' by='deprivation' "
	"indicators='@wait-0|@wait-6|@wait-12|@wait-18|@wait-26|@wait-39|@wait-52'/>"
	"<chart kind='pyramid' indicator='@list' by='age'/>"
	"<chart kind='pyramid' indicator='@list' by='age' of='share'/></section>\n";

static void write_map(const char *folder)
{
	struct buffer map, tiles;

	buffer_init(&map);
	buffer_init(&tiles);
	buffer_add_text(&map, "{\"type\":\"FeatureCollection\",\"features\":[");
	buffer_add_text(&tiles, "code,column,row\n");
	for (int i = 0; i < HIDDEN_PLACES; i++) {
		buffer_printf(&map,
			      "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"GB%d\"},"
			      "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%d,50],"
			      "[%d.9,50],[%d.9,51],[%d,51],[%d,50]]]}}",
			      i > 0 ? "," : "", i + 1, i, i, i, i, i);
		buffer_printf(&tiles, "GB%d,%d,%d\n", i + 1, i % 3 + 1, i / 3 + 1);
	}
	buffer_add_text(&map, "]}");
	file_write(path_join(arena, folder, "map.geojson"), buffer_text(&map), map.length);
	file_write(path_join(arena, folder, "tiles.csv"), buffer_text(&tiles), tiles.length);
	buffer_clear(&map);
	buffer_clear(&tiles);
}

void hidden_elements_write(const char *folder, int small, unsigned seed)
{
	struct hidden_writer local = { .prefix = "l-", .small = small };
	struct hidden_writer hospital = { .prefix = "h-", .rounds = true, .seed = seed };
	struct buffer spec;

	hidden_elements_rows(folder, "local.csv", &local);
	hidden_elements_rows(folder, "hospital.csv", &hospital);
	write_map(folder);
	buffer_init(&spec);
	buffer_add_text(&spec,
			"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>"
			"<meta><title>Figures</title><publisher>North Vale</publisher></meta>"
			"<data>\n");
	add_source(&spec, "local", "LOCAL-5");
	add_source(&spec, "hospital", "HES-5");
	for (int i = 1; i < HIDDEN_PLACES; i++)
		buffer_printf(&spec, "<organisation code='GB%d' name='Body %d'/>", i, i);
	buffer_add_text(&spec, "<peers id='others' of='GB1 GB2 GB3 GB4 GB5 GB6 GB7'/></data>\n"
			       "<indicators>\n");
	add_indicators(&spec, &local, "local");
	add_indicators(&spec, &hospital, "hospital");
	buffer_add_text(&spec, "</indicators>\n<body organisation='QNV'>\n"
			       "<section><title>Key</title><key-findings/>"
			       "<key-findings form='list' most='12'/></section>\n");
	buffer_add_text(&spec, text_replace(arena, elements, "@", local.prefix));
	buffer_add_text(&spec, text_replace(arena, elements, "@", hospital.prefix));
	buffer_add_text(&spec, "<section><title>Methods</title><methods/></section></body>"
			       "<extract id='paper' name='Board paper'><title>Paper</title>"
			       "<p>In short.</p></extract></report>\n");
	file_write(path_join(arena, folder, "report.xml"), buffer_text(&spec), spec.length);
	buffer_clear(&spec);
}
