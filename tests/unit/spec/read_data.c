/* What a report says about itself, its files and its indicators, as typed models. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "spec/read.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/program.h"

TestSuite(spec_read_data, .init = fixture_set_up, .fini = fixture_tear_down);

static struct report *read_parts(const char *meta, const char *data, const char *indicators)
{
	const char *folder = scratch_new(arena), *path = path_join(arena, folder, "report.xml");
	const char *text = arena_printf(
		arena,
		"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en'><meta>"
		"<title>T</title>%s</meta>\n%s\n<indicators>%s</indicators><body/></report>",
		meta, data, indicators);
	struct report *report;

	file_write(path, text, strlen(text));
	report = report_read(arena, path, NULL, 0, diags);
	scratch_free(folder);
	return report;
}

#define PUBLISHER "<publisher>P</publisher>"
#define DATA "<data><source id='s' href='a.csv'/></data>"
#define INDICATOR "<indicator id='A'/>"

Test(spec_read_data, reads_what_the_report_is)
{
	struct report *report = read_parts(
		"<subtitle>Second <em>line</em></subtitle>" PUBLISHER
		"<description>About\n this</description><contact email='a@b'>Team</contact>"
		"<status is='official'/><published on='2025-07-31'/><licence href='h'>OGL</licence>"
		"<keyword>one</keyword><keyword>two</keyword>"
		"<period from='2024-04-01' to='2025-03-31'>The year</period><notice>N</notice>",
		DATA, INDICATOR);
	const struct report_meta *meta = &report->meta;

	cr_expect_str_eq(meta->title->text, "T");
	cr_expect_str_eq(meta->subtitle->next->children->text, "line");
	cr_expect_str_eq(meta->publisher->text, "P");
	cr_expect_str_eq(meta->description, "About this");
	cr_expect_str_eq(meta->contact, "Team");
	cr_expect_str_eq(meta->contact_email, "a@b");
	cr_expect_eq(meta->status, REPORT_OFFICIAL);
	cr_expect_eq(meta->published.month, 7);
	cr_expect_str_eq(meta->licence, "OGL");
	cr_expect_str_eq(meta->licence_href, "h");
	cr_expect_str_eq(meta->keywords, "one, two");
	cr_expect_str_eq(meta->period_text, "The year");
	cr_expect_eq(meta->period_from.day, 1);
	cr_expect_eq(meta->period_to.year, 2025);
	cr_expect_str_eq(meta->notice->text, "N");
}

Test(spec_read_data, is_a_draft_that_says_nothing_more_unless_written)
{
	const struct report *report = read_parts(PUBLISHER, DATA, INDICATOR);

	cr_expect_eq(report->meta.status, REPORT_DRAFT);
	cr_expect_null(report->meta.subtitle);
	cr_expect_null(report->meta.notice);
	cr_expect_str_eq(report->meta.contact, "");
	cr_expect_str_eq(report->meta.keywords, "");
	cr_expect_eq(report->meta.published.year, 0);
	cr_expect_eq(read_parts(PUBLISHER "<status is='management-information'/>", DATA, INDICATOR)
			     ->meta.status,
		     REPORT_MANAGEMENT_INFORMATION);
}

Test(spec_read_data, knows_what_counts_as_small_and_sure)
{
	const struct report *usual = read_parts(PUBLISHER, DATA, INDICATOR);
	const struct report *own =
		read_parts(PUBLISHER,
			   "<data confidence='99.8' low-count='5' low-denominator='0' "
			   "wide-intervals='unmarked'><source id='s' href='a.csv'/></data>",
			   INDICATOR);

	cr_expect_float_eq(usual->confidence, 0.95, 1e-12);
	cr_expect_eq(usual->low_count, 10);
	cr_expect_eq(usual->low_denominator, 30);
	cr_expect_not(usual->wide_intervals_pass);
	cr_expect_float_eq(own->confidence, 0.998, 1e-12);
	cr_expect_eq(own->low_count, 5);
	cr_expect_eq(own->low_denominator, 0);
	cr_expect(own->wide_intervals_pass);
	cr_expect_not(read_parts(PUBLISHER,
				 "<data wide-intervals='marked'><source id='s' href='a'/></data>",
				 INDICATOR)
			      ->wide_intervals_pass);
}

Test(spec_read_data, describes_a_source)
{
	const struct report *report = read_parts(
		PUBLISHER,
		"<data><source id='s' href='a.csv' title='Short' rule='NONE' retrieved='2025-01-02' "
		"encoding='windows-1252' delimiter='tab' header='false' skip-rows='3' combine='sum'>"
		"<citation>Full <a href='h'>name</a></citation></source><source id='t' href='b.csv'/>"
		"</data>",
		INDICATOR);
	const struct source_spec *first = &report->sources[0], *second = &report->sources[1];

	cr_expect_eq(report->source_count, 2);
	cr_expect_str_eq(first->id, "s");
	cr_expect_str_eq(first->href.text, "a.csv");
	cr_expect_str_eq(first->title.text, "Short");
	cr_expect_str_eq(first->rule.text, "NONE");
	cr_expect_str_eq(first->retrieved.text, "2025-01-02");
	cr_expect_str_eq(first->encoding.text, "windows-1252");
	cr_expect_str_eq(first->delimiter.text, "tab");
	cr_expect_not(first->header);
	cr_expect_eq(first->skip_rows, 3);
	cr_expect(first->adds_up);
	cr_expect_str_eq(first->citation->text, "Full ");
	cr_expect_null(second->title.text);
	cr_expect(second->header);
	cr_expect_eq(second->skip_rows, 0);
	cr_expect_not(second->adds_up);
	cr_expect_null(second->citation);
}

Test(spec_read_data, keeps_the_rules_of_a_source_in_order)
{
	const struct report *report = read_parts(
		PUBLISHER,
		"<data><source id='s' href='a.csv'><map column='c' as='value' multiply='100' "
		"thousands='true' classification='sex'/><set as='period' to='2024'/>"
		"<where column='k' is='a|b'/><where column='k' is-not='c'/>"
		"<label as='group' from='x' to='skip'/><missing value='*' means='suppressed'/>"
		"<series><map column='d' as='numerator'/></series><series><set as='sex' to='F'/>"
		"<set as='period' to='2023'/></series></source></data>",
		INDICATOR);
	const struct source_spec *source = &report->sources[0];
	const struct source_rule *rules = source->rules;

	cr_expect_eq(source->rule_count, 7);
	cr_expect_eq(source->series_count, 2);
	cr_expect_eq(rules[0].kind, SOURCE_MAP);
	cr_expect_eq(rules[0].role, DATA_ROLE_VALUE);
	cr_expect_str_eq(rules[0].column.text, "c");
	cr_expect_float_eq(rules[0].multiply, 100, 0);
	cr_expect(rules[0].thousands);
	cr_expect_str_eq(rules[0].classification.text, "sex");
	cr_expect_eq(rules[0].series, -1);
	cr_expect_eq(rules[1].kind, SOURCE_SET);
	cr_expect_str_eq(rules[1].value.text, "2024");
	cr_expect_float_eq(rules[1].multiply, 1, 0);
	cr_expect_eq(rules[2].kind, SOURCE_LABEL);
	cr_expect_str_eq(rules[2].value.text, "x");
	cr_expect_str_eq(rules[2].to.text, "skip");
	cr_expect_eq(rules[3].kind, SOURCE_MISSING);
	cr_expect_str_eq(rules[3].to.text, "suppressed");
	cr_expect_eq(rules[4].series, 0);
	cr_expect_eq(rules[5].series, 1);
	cr_expect_eq(rules[6].series, 1);
	cr_assert_not_null(source->where);
	cr_expect_eq(source->where->kind, WHERE_IS);
	cr_expect_str_eq(source->where->value.text, "a|b");
	cr_assert_not_null(source->where->next);
	cr_expect_eq(source->where->next->kind, WHERE_IS_NOT);
	cr_expect_str_eq(source->where->next->value.text, "c");
	cr_expect_null(source->where->next->next);
}

static void expect_where_refused(const char *where)
{
	diags = diag_list_new(arena);
	cr_expect_null(read_parts(
		PUBLISHER,
		arena_printf(arena, "<data><source id='s' href='a.csv'>%s</source></data>", where),
		INDICATOR));
	cr_expect_eq(messages_count(diags, "SPC20"), 1, "%s", where);
}

Test(spec_read_data, wants_one_condition_of_a_filter)
{
	expect_where_refused("<where column='k'/>");
	expect_where_refused("<where column='k' is='a' is-not='b'/>");
}

Test(spec_read_data, reads_standard_populations)
{
	const struct report *report =
		read_parts(PUBLISHER,
			   "<data><source id='s' href='a.csv'/><standard id='own' href='own.csv' "
			   "title='People of here'/><standard id='b' href='b.csv'/></data>",
			   "<indicator id='A' standard='own'/>");

	cr_assert_eq(report->standard_count, 2);
	cr_expect_str_eq(report->standards[0].id, "own");
	cr_expect_str_eq(report->standards[0].href.text, "own.csv");
	cr_expect_str_eq(report->standards[0].title.text, "People of here");
	cr_expect_null(report->standards[1].title.text);
	cr_expect_str_eq(report->indicators[0].standard.text, "own");
}

Test(spec_read_data, reads_indicators_and_catalogues)
{
	const struct report *report = read_parts(
		PUBLISHER, DATA,
		"<use set='c' only='A B' except='C' source='s'/><indicator id='A' method='dsr' "
		"per='100000' standard='esp2013' good='low' source='s' denominators='s' domain='D' "
		"codes='a|b' decimals='2' small-counts='byar'><name>Full  name</name>"
		"<short-name>Short</short-name><caveat>C</caveat><unit>u</unit></indicator>"
		"<indicator id='B' small-counts='exact'/>");
	const struct indicator_spec *indicator = &report->indicators[0];

	cr_expect_str_eq(report->uses[0].set.text, "c");
	cr_expect_str_eq(report->uses[0].only.text, "A B");
	cr_expect_str_eq(report->uses[0].except.text, "C");
	cr_expect_str_eq(report->uses[0].source.text, "s");
	cr_expect_eq(report->indicator_count, 2);
	cr_expect_str_eq(indicator->method.text, "dsr");
	cr_expect_str_eq(indicator->per.text, "100000");
	cr_expect_str_eq(indicator->standard.text, "esp2013");
	cr_expect_str_eq(indicator->good.text, "low");
	cr_expect_str_eq(indicator->source.text, "s");
	cr_expect_str_eq(indicator->denominators.text, "s");
	cr_expect_str_eq(indicator->domain.text, "D");
	cr_expect_str_eq(indicator->codes.text, "a|b");
	cr_expect_str_eq(indicator->decimals.text, "2");
	cr_expect(indicator->byar_below_ten);
	cr_expect_str_eq(indicator->name, "Full name");
	cr_expect_str_eq(indicator->short_name, "Short");
	cr_expect_str_eq(indicator->caveat, "C");
	cr_expect_str_eq(indicator->unit, "u");
	cr_expect_null(indicator->measure);
	cr_expect_not(report->indicators[1].byar_below_ten);
	cr_expect_null(report->indicators[1].name);
}

/* Each name of the schema is the role of that name. */
Test(spec_read_data, reads_every_role_of_a_column)
{
	static const struct {
		const char *name;
		enum data_role role;
	} roles[] = {
#define DATA_ROLE(symbol, name, summary) { name, DATA_ROLE_##symbol },
#include "model/data_roles.def"
#undef DATA_ROLE
	};

	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		const struct report *report = read_parts(
			PUBLISHER,
			arena_printf(arena,
				     "<data><source id='s' href='a.csv'><map column='c' as='%s'/>"
				     "</source></data>",
				     roles[i].name),
			INDICATOR);

		cr_assert_not_null(report, "%s", roles[i].name);
		cr_expect_eq(report->sources[0].rules[0].role, roles[i].role, "%s", roles[i].name);
		cr_expect_str_eq(data_role_name(roles[i].role), roles[i].name);
	}
	cr_expect_eq(sizeof(roles) / sizeof(roles[0]), DATA_ROLE_COUNT);
}

Test(spec_read_data, reads_what_life_tables_and_indirect_methods_need)
{
	const struct report *report = read_parts(
		PUBLISHER, DATA,
		"<indicator id='A' method='life-expectancy' at-age='65' closing-age='85'/>"
		"<indicator id='B' method='isr' reference='E92000001'/>");

	cr_expect_str_eq(report->indicators[0].at_age.text, "65");
	cr_expect_str_eq(report->indicators[0].closing_age.text, "85");
	cr_expect_null(report->indicators[0].reference.text);
	cr_expect_str_eq(report->indicators[1].reference.text, "E92000001");
	cr_expect_null(report->indicators[1].at_age.text);
	cr_expect_null(report->indicators[1].closing_age.text);
}

static void expect_attribute_refused(const char *attribute)
{
	diags = diag_list_new(arena);
	cr_expect_null(read_parts(PUBLISHER, DATA,
				  arena_printf(arena, "<indicator id='A' %s/>", attribute)));
	cr_expect_eq(messages_count(diags, "SPC12"), 1, "%s", attribute);
}

Test(spec_read_data, wants_ages_in_whole_years)
{
	expect_attribute_refused("at-age='-1'");
	expect_attribute_refused("at-age='6.5'");
	expect_attribute_refused("at-age='birth'");
	expect_attribute_refused("closing-age='0'");
	expect_attribute_refused("closing-age='85+'");
}
