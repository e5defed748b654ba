#include "support/small_report.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/program.h"

const char small_report_hidden[] = "7919";

static const char head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<report xmlns=\"urn:gradient:report:1\" version=\"1\" xml:lang=\"en-GB\" layout=\"LAYOUT\">\n"
	"<meta><title>Checks at &amp; around home</title><subtitle>A small report</subtitle>\n"
	"<publisher>Vale &lt;Test&gt; Board</publisher>\n"
	"<description>A report for tests (with brackets)</description>\n"
	"<contact email=\"board@example.org\">The board</contact>\n"
	"<status is=\"management-information\"/><published on=\"2025-02-03\"/>\n"
	"<keyword>checks</keyword><keyword>home</keyword>\n"
	"<period from=\"2023-04-01\" to=\"2024-03-31\">April 2023 to March 2024</period>\n"
	"<notice>Synthetic data.</notice></meta>\n"
	"<data><source id=\"checks\" href=\"data.csv\" rule=\"NONE\" title=\"Checks\">\n"
	"<citation>Made-up counts.</citation>\n"
	"<map column=\"period\" as=\"period\"/><map column=\"body\" as=\"organisation\"/>\n"
	"<map column=\"dimension\" as=\"dimension\"/><map column=\"group\" as=\"group\"/>\n"
	"<map column=\"done\" as=\"numerator\"/><map column=\"people\" as=\"denominator\"/>\n"
	"<label as=\"group\" from=\"skipped\" to=\"skip\"/>\n"
	"<set as=\"indicator\" to=\"T1\"/>\n"
	"<missing value=\"*\" means=\"suppressed\"/></source></data>\n"
	"<indicators><indicator id=\"T1\" method=\"proportion\" per=\"100\" good=\"high\" source=\"checks\">\n"
	"<name>Checks done</name><short-name>Checks</short-name>\n"
	"<measure>the share of people with a check</measure><events>checks</events>\n"
	"<population>people</population><unit>%</unit>\n"
	"<numerator>Checks</numerator><denominator>People</denominator></indicator></indicators>\n";

static const char body[] =
	"<body organisation=\"QNV\" indicator=\"T1\">\n"
	"<cover by=\"deprivation\"/><contents depth=\"2\"/>\n"
	"<part><title>Figures</title>\n"
	"<section kind=\"domain\"><title>First domain</title><lead>What the domain is about.</lead>\n"
	"<section kind=\"indicator\" id=\"one\"><title>Checks by deprivation</title>\n"
	"<finding>The share was <value by=\"deprivation\" group=\"most\"/> in the most deprived areas.</finding>\n"
	"<definition/>\n"
	"<chart kind=\"bars\" by=\"deprivation\" id=\"bars\"/>\n"
	"<p>A paragraph with <strong>strong</strong> and <em>emphasised</em> words, a\n"
	"<a href=\"https://example.org/?a=1&amp;b='2'\">link (one)</a>, a footnote<note>The words of the\n"
	"footnote.</note> and a reference to <ref to=\"long\"/> on <ref to=\"long\" form=\"page\"/>.</p>\n"
	"<chart kind=\"trend\" by=\"deprivation\"/>\n"
	"<grid columns=\"2\"><chart kind=\"bars\" by=\"sex\"/><chart kind=\"dots\" by=\"ethnicity\"/></grid>\n"
	"</section></section></part>\n"
	"<part><title>Evidence</title><section id=\"two\"><title>Everything else</title>\n"
	"<ul><li>An item of a list.</li><li>Another item.</li></ul>\n"
	"<chart kind=\"dots\" by=\"ethnicity\" id=\"dots\"/>\n"
	"<chart kind=\"gradient\" by=\"deprivation\"/>\n"
	"<chart kind=\"grouped-bars\" by=\"deprivation\" series=\"period\"/>\n"
	"<table by=\"ethnicity\"/><table by=\"deprivation\" series=\"period\" id=\"long\"/>\n"
	"<callout kind=\"note\"><p>Words in a box.</p></callout>\n"
	"</section></part></body>\n"
	"<appendix id=\"how\"><title>How it was made</title><p>Back to <ref to=\"one\"/>.</p></appendix>\n"
	"</report>\n";

const char *small_report_spec(struct arena *arena, const char *layout)
{
	return text_replace(arena, arena_printf(arena, "%s%s", head, body), "LAYOUT", layout);
}

static void add_row(struct buffer *data, int year, const char *dimension, const char *group,
		    const char *counts)
{
	buffer_printf(data, "%d/%02d,QNV,%s,%s,%s\n", year, (year + 1) % 100, dimension, group,
		      counts);
}

/* A share that rises from year to year and from group to group. */
static void add_groups(struct buffer *data, int year, const char *dimension,
		       const char *const *groups)
{
	for (int i = 0; groups[i] != NULL; i++) {
		struct buffer counts;
		int people = 1000 + 137 * i, done = people * (40 + 5 * i + year - 2020) / 100;

		buffer_init(&counts);
		buffer_printf(&counts, "%d,%d", done, people);
		add_row(data, year, dimension, groups[i], buffer_text(&counts));
		buffer_clear(&counts);
	}
}

static void add_year(struct buffer *data, int year)
{
	static const char *const fifths[] = { "1", "2", "3", "4", "5", NULL };
	static const char *const ethnic[] = { "asian", "black", "white", NULL };
	static const char *const sexes[] = { "female", "male", NULL };

	add_row(data, year, "all", "all", "6100,12690");
	add_groups(data, year, "deprivation-quintile", fifths);
	add_groups(data, year, "ethnic-group", ethnic);
	add_row(data, year, "ethnic-group", "mixed", "*,7919");
	add_row(data, year, "ethnic-group", "other", "5,12");
	add_groups(data, year, "sex", sexes);
}

void small_report_write(struct arena *arena, const char *folder, const char *layout)
{
	const char *spec = small_report_spec(arena, layout);
	struct buffer data;

	buffer_init(&data);
	buffer_add_text(&data, "period,body,dimension,group,done,people\n");
	for (int year = 2020; year < 2024; year++)
		add_year(&data, year);
	file_write(path_join(arena, folder, "data.csv"), buffer_text(&data), data.length);
	file_write(path_join(arena, folder, "report.xml"), spec, strlen(spec));
	buffer_clear(&data);
}
