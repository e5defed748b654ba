/*
 * disclosure_attack_totals.c - the same attack where several bodies and all of them together are counted from records:
 * whoever knows the total and all bodies but one knows that one.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/program.h"
#include "support/record_table.h"
#include "support/trials.h"

TestSuite(disclosure_attack_totals, .init = fixture_set_up, .fini = fixture_tear_down);

enum { TABLES = TRIALS(96), YEAR_FIRST = 1924, ROUNDS = TRIALS(4) };

static const char report[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>"
	"<meta><title>T</title><publisher>P</publisher></meta><data>"
	"<organisation code='QA1' name='First'/><organisation code='QA2' name='Second'/>"
	"<organisation code='QA3' name='Third'/><organisation code='QA4' name='Fourth'/>"
	"<organisation code='ALL' name='All'/>"
	"<source id='s' kind='records' href='data.csv' rule='%s'>"
	"<map column='period' as='period'/><map column='board' as='organisation' total='ALL'/>"
	"<by column='fifth' dimension='deprivation'/>"
	"<count indicator='C0'/><count indicator='C1' people='person'/></source></data>"
	"<indicators><indicator id='C0' method='count'><name>Contacts</name></indicator>"
	"<indicator id='C1' method='count'><name>People</name></indicator></indicators>"
	"<body organisation='QA1'><p>Nothing.</p></body></report>";

static struct published build(const char *rule, const char *rows)
{
	const char *folder = scratch_new(arena), *spec = arena_printf(arena, report, rule);
	struct program_result result;
	const char *text;

	file_write(path_join(arena, folder, "report.xml"), spec, strlen(spec));
	file_write(path_join(arena, folder, "data.csv"), rows, strlen(rows));
	result = program_run(arena, folder,
			     (const char *[]){ "build", "report.xml", "-o", "out", "--formats",
					       "dump", "-q", NULL },
			     NULL);
	cr_assert_eq(result.status, 0, "%s", result.err);
	text = file_text(arena, path_join(arena, folder, "out/results.csv"), NULL);
	scratch_free(folder);
	return published_read(arena, arena_strdup(arena, text));
}

static void say(const char *rule, const char *way, const struct record_score *score)
{
	fprintf(stderr, "%-10s %-12s %zu small, %zu recovered%s%s\n", rule, way, score->small,
		score->found, score->first == NULL ? "" : "; ",
		score->first == NULL ? "" : score->first);
}

/* made: what is published; simple: if small counts alone were hidden. */
static void attack_round(const struct attack_rule *rule, unsigned *seed, struct record_score *made,
			 struct record_score *simple)
{
	struct record_table tables[TABLES];
	struct published published;
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, record_columns);
	for (int i = 0; i < TABLES; i++)
		tables[i] = record_table_make(
			arena,
			arena_printf(arena, "%d/%02d", YEAR_FIRST + i, (YEAR_FIRST + i + 1) % 100),
			seed, &rows);
	published = build(rule->id, buffer_text(&rows));
	buffer_clear(&rows);
	for (int i = 0; i < TABLES * RECORD_KINDS; i++) {
		enum record_kind kind = (enum record_kind)(i % RECORD_KINDS);
		const struct record_table *table = &tables[i / RECORD_KINDS];
		struct attack attack = record_table_attack(arena, rule, table, kind);
		struct attack easy = record_table_attack(arena, rule, table, kind);

		record_table_read(&attack, table, kind, &published);
		record_table_score(&attack, table, kind, made);
		record_table_read_simply(&easy, table, kind);
		record_table_score(&easy, table, kind, simple);
	}
}

static void expect_nothing_recovered(const char *rule_id)
{
	struct record_score made = { 0 }, simple = { 0 };
	unsigned seed = 20251122;

	for (int i = 0; i < ROUNDS; i++)
		attack_round(attack_rule_of(rule_id), &seed, &made, &simple);
	say(rule_id, "published", &made);
	say(rule_id, "small alone", &simple);
	cr_expect_gt(made.small, (size_t)TABLES * ROUNDS, "hardly anything to be protected");
	cr_expect_eq(made.found, 0, "%s: %zu counts are recovered; %s", rule_id, made.found,
		     made.first);
	/* Rounding alone leaves hardly a table in which one can be told. */
	if (attack_rule_of(rule_id)->round_to == 0)
		cr_expect_gt(simple.found, made.small / 2,
			     "somebody who finds nothing at all proves nothing");
}

Test(disclosure_attack_totals, recovers_no_small_count_of_a_local_body)
{
	expect_nothing_recovered("LOCAL-5");
}

Test(disclosure_attack_totals, recovers_no_small_number_of_deaths)
{
	expect_nothing_recovered("ONS-DEATHS");
}

Test(disclosure_attack_totals, recovers_no_small_count_of_hospital_activity)
{
	expect_nothing_recovered("HES-5");
}

Test(disclosure_attack_totals, recovers_no_small_count_of_mental_health_services)
{
	expect_nothing_recovered("MHSDS-5");
}

Test(disclosure_attack_totals, recovers_no_small_count_of_the_diabetes_audit)
{
	expect_nothing_recovered("NDA-5");
}
