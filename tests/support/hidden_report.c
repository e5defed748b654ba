#include "support/hidden_report.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/program.h"

const struct hidden hidden_one = { 3, 77, 1, 2, 30, 1, 30, 4, 2, "6.2", 3, 300, "0.15" };
const struct hidden hidden_other = { 2, 78, 1, 1, 30, 2, 29, 7, 0, "31.8", 2, 301, "0.1" };

static const char head[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>\n"
	"<meta><title>Figures</title><publisher>North Vale</publisher></meta>\n<data>\n";

static void add_source(struct buffer *spec, const char *name, const char *rule)
{
	buffer_printf(spec,
		      "<source id='%s' href='%s.csv' rule='%s' title='%s'>"
		      "<map column='period' as='period'/><set as='organisation' to='QNV'/>"
		      "<map column='dimension' as='dimension'/><map column='group' as='group'/>"
		      "<map column='sex' as='sex'/><map column='n' as='numerator'/>"
		      "<map column='d' as='denominator'/><map column='value' as='value'/>"
		      "<set as='indicator' to='%s'/></source>\n",
		      name, name, rule, name, name);
}

static void add_indicator(struct buffer *spec, const char *id, const char *method)
{
	buffer_printf(spec,
		      "<indicator id='%s' method='%s' good='low' source='%s'><name>Share %s</name>"
		      "<measure>the share of %s</measure></indicator>\n",
		      id, method, id, id, id);
}

static void add_blocks(struct buffer *spec, const char *id)
{
	buffer_printf(spec,
		      "<section><title>%s</title>"
		      "<p><value indicator='%s' by='deprivation' group='most'/> and "
		      "<value indicator='%s' by='deprivation' group='least'/></p>"
		      "<chart kind='bars' indicator='%s' by='deprivation'/>"
		      "<chart kind='dots' indicator='%s' by='deprivation'/>"
		      "<chart kind='gradient' indicator='%s' by='deprivation'/>"
		      "<chart kind='trend' indicator='%s' by='deprivation'/>"
		      "<chart kind='grouped-bars' indicator='%s' by='deprivation' series='sex'/>"
		      "<table indicator='%s' by='deprivation'/>"
		      "<table indicator='%s' by='deprivation' series='period'/>"
		      "<table indicator='%s' by='sex'/></section>\n",
		      id, id, id, id, id, id, id, id, id, id, id);
}

const struct hidden_source hidden_sources[] = {
	{ "local", "LOCAL-5", "proportion" },  { "deaths", "ONS-DEATHS", "count" },
	{ "activity", "HES-5", "proportion" }, { "referrals", "MHSDS-5", "proportion" },
	{ "stays", "HES-5", "mean" },          { "published", "LOCAL-5", "proportion" },
	{ "people", "LOCAL-5", "proportion" },
};

const size_t hidden_source_count = sizeof(hidden_sources) / sizeof(hidden_sources[0]);

void hidden_report_write(const char *folder)
{
	struct buffer spec;

	buffer_init(&spec);
	buffer_add_text(&spec, head);
	for (size_t i = 0; i < hidden_source_count; i++)
		add_source(&spec, hidden_sources[i].id, hidden_sources[i].rule);
	buffer_add_text(&spec, "</data>\n<indicators>\n");
	for (size_t i = 0; i < hidden_source_count; i++)
		add_indicator(&spec, hidden_sources[i].id, hidden_sources[i].method);
	buffer_add_text(&spec, "</indicators>\n<body organisation='QNV'>\n");
	for (size_t i = 0; i < hidden_source_count; i++)
		add_blocks(&spec, hidden_sources[i].id);
	buffer_add_text(&spec,
			"<section><title>Methods</title><methods/></section></body></report>\n");
	file_write(path_join(arena, folder, "report.xml"), buffer_text(&spec), spec.length);
	buffer_clear(&spec);
}

void hidden_rows_write(const char *folder, const char *name, const char *rows)
{
	const char *text = arena_printf(arena, "period,dimension,group,sex,n,d,value\n%s", rows);

	file_write(path_join(arena, folder, arena_printf(arena, "%s.csv", name)), text,
		   strlen(text));
}

/* Years in which nothing is small, so that there are lines over time; but for one of the local body. */
static const char *earlier_years(const char *denominator, int first, int second)
{
	struct buffer rows;

	buffer_init(&rows);
	for (int year = 2020; year < 2024; year++) {
		buffer_printf(&rows, "%d,all,,,%d,%s,\n", year,
			      year == 2022 && first > 0 ? 600 + first + second : 1000, denominator);
		for (int group = 1; group <= 5; group++) {
			bool hidden = year == 2022 && first > 0;
			int number = hidden && group == 4   ? first
				     : hidden && group == 5 ? second
							    : 200;

			buffer_printf(&rows, "%d,deprivation,%d,,%d,%s,\n", year, group, number,
				      denominator[0] == '\0' ? "" : "2000");
		}
	}
	return buffer_finish(&rows, arena);
}

static void write_local(const char *folder, const struct hidden *hidden)
{
	hidden_rows_write(
		folder, "local",
		arena_printf(
			arena,
			"%s2024,all,,,650,10000,\n2024,all,,female,313,5000,\n"
			"2024,all,,male,337,5000,\n"
			"2024,deprivation,1,,%d,2000,\n2024,deprivation,2,,%d,2000,\n"
			"2024,deprivation,3,,180,2000,\n2024,deprivation,4,,190,2000,\n"
			"2024,deprivation,5,,200,2000,\n"
			"2024,deprivation,1,female,%d,1000,\n2024,deprivation,1,male,%d,1000,\n"
			"2024,deprivation,2,female,%d,1000,\n2024,deprivation,2,male,%d,1000,\n"
			"2024,deprivation,3,female,90,1000,\n2024,deprivation,3,male,90,1000,\n"
			"2024,deprivation,4,female,95,1000,\n2024,deprivation,4,male,95,1000,\n"
			"2024,deprivation,5,female,97,1000,\n2024,deprivation,5,male,103,1000,\n",
			earlier_years("10000", hidden->small + 1, 180 - hidden->small),
			hidden->small, hidden->beside, hidden->female, hidden->male,
			hidden->beside_female, hidden->beside - hidden->beside_female));
}

/* Means and percentages of a few people. */
static void write_few(const char *folder, const struct hidden *hidden)
{
	hidden_rows_write(
		folder, "stays",
		arena_printf(arena,
			     "2024,all,,,,1000,4.1\n2024,deprivation,1,,,5,%s\n"
			     "2024,deprivation,2,,,200,4.2\n2024,deprivation,3,,,200,4.3\n"
			     "2024,deprivation,4,,,200,4.4\n2024,deprivation,5,,,200,4.5\n",
			     hidden->mean));
	hidden_rows_write(folder, "people",
			  arena_printf(arena,
				       "2024,all,,,270,1803,\n2024,deprivation,1,,0,%d,\n"
				       "2024,deprivation,2,,60,%d,\n2024,deprivation,3,,70,500,\n"
				       "2024,deprivation,4,,70,500,\n2024,deprivation,5,,70,500,\n",
				       hidden->people, hidden->people_beside));
	hidden_rows_write(
		folder, "published",
		arena_printf(arena,
			     "2024,all,,,650,10000,6.5\n2024,deprivation,1,,%d,2000,%s\n"
			     "2024,deprivation,2,,%d,2000,\n2024,deprivation,3,,180,2000,9\n"
			     "2024,deprivation,4,,190,2000,9.5\n2024,deprivation,5,,200,2000,10\n",
			     hidden->small, hidden->given, hidden->beside));
}

void hidden_data_write(const char *folder, const struct hidden *hidden)
{
	write_local(folder, hidden);
	hidden_rows_write(
		folder, "deaths",
		arena_printf(
			arena,
			"%s2024,all,,,631,,\n2024,deprivation,1,,%d,,\n2024,deprivation,2,,%d,,\n"
			"2024,deprivation,3,,200,,\n2024,deprivation,4,,200,,\n"
			"2024,deprivation,5,,200,,\n",
			earlier_years("", 0, 0), hidden->deaths, hidden->deaths_beside));
	hidden_rows_write(
		folder, "activity",
		arena_printf(arena,
			     "%s2024,all,,,%d,10000,\n2024,deprivation,1,,%d,2000,\n"
			     "2024,deprivation,2,,150,2000,\n2024,deprivation,3,,150,2000,\n"
			     "2024,deprivation,4,,150,2000,\n2024,deprivation,5,,150,2000,\n",
			     earlier_years("10000", 0, 0), 600 + hidden->activity,
			     hidden->activity));
	hidden_rows_write(
		folder, "referrals",
		arena_printf(arena,
			     "%s2024,all,,,%d,10000,\n2024,deprivation,1,,150,2000,\n"
			     "2024,deprivation,2,,150,2000,\n2024,deprivation,3,,%d,2000,\n"
			     "2024,deprivation,4,,150,2000,\n2024,deprivation,5,,150,2000,\n",
			     earlier_years("10000", 0, 0), 600 + hidden->referrals,
			     hidden->referrals));
	write_few(folder, hidden);
}
