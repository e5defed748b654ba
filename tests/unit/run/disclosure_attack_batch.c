/*
 * disclosure_attack_batch.c - statements of single bodies, each from its own records, beside a comparison with a total
 * of all of them: what they tell together.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/program.h"
#include "support/record_table.h"
#include "support/trials.h"

TestSuite(disclosure_attack_batch, .init = fixture_set_up, .fini = fixture_tear_down);

enum { BATCHES = TRIALS(40) };

static const char spec[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>"
	"<meta><title>T</title><publisher>P</publisher></meta>%s<data>"
	"%s"
	"<source id='s' kind='records' href='data.csv' rule='LOCAL-5'>%s"
	"<map column='period' as='period'/><map column='board' as='organisation'%s/>"
	"<by column='fifth' dimension='deprivation'/><count indicator='C0'/></source></data>"
	"<indicators><indicator id='C0' method='count'><name>Contacts</name></indicator>"
	"</indicators><body organisation='%s'><p>Nothing.</p></body></report>";

static void write_text(const char *folder, const char *name, const char *text)
{
	file_write(path_join(arena, folder, name), text, strlen(text));
}

static void write_specs(const char *folder, const char *rows)
{
	static const char parameters[] =
		"<parameters><parameter name='org' type='organisation'/></parameters>";
	static const char organisations[] =
		"<organisation code='QA1' name='First'/><organisation code='QA2' name='Second'/>"
		"<organisation code='QA3' name='Third'/><organisation code='QA4' name='Fourth'/>"
		"<organisation code='ALL' name='All'/>";

	write_text(folder, "statement.xml",
		   arena_printf(arena, spec, parameters,
				"<organisation code='{org}' name='Board'/>",
				"<where column='board' is='{org}'/>", "", "{org}"));
	write_text(folder, "comparison.xml",
		   arena_printf(arena, spec, "", organisations, "", " total='ALL'", "ALL"));
	write_text(folder, "bodies.csv", "org\nQA1\nQA2\nQA3\nQA4\n");
	write_text(folder, "data.csv", rows);
}

static struct program_result batch(const char *folder)
{
	return program_run(arena, folder,
			   (const char *[]){ "batch", "statement.xml", "-q", "--for-each",
					     "bodies.csv", "--comparison", "comparison.xml",
					     "--formats", "dump", "-o", "out", NULL },
			   NULL);
}

/* False when there is no such statement. */
static bool read_statement(const struct attack *attack, const struct record_table *table,
			   const char *folder, const char *name)
{
	const char *path =
		path_join(arena, folder, arena_printf(arena, "out/%s/results.csv", name));
	const char *text = file_text(arena, path, NULL);
	struct published published;

	if (text == NULL)
		return false;
	published = published_read(arena, arena_strdup(arena, text));
	record_table_read(attack, table, RECORD_EVENTS, &published);
	return true;
}

/* What they would tell if the comparison were not held against them: the total of all as it is. */
static void tell_total(const struct attack *attack, const struct record_table *table)
{
	for (size_t fifth = 0; fifth <= RECORD_FIFTHS; fifth++) {
		double number = table->counts[RECORD_EVENTS][RECORD_TOTAL][fifth];

		if (attack_published(attack->rule, number) >= 0)
			puzzle_bound(attack->puzzle, record_table_cell(attack, RECORD_TOTAL, fifth),
				     number, number);
	}
}

struct scores {
	struct record_score made, careless;
	size_t refused, compared;
};

static void attack_batch(unsigned *seed, struct scores *scores)
{
	const char *folder = scratch_new(arena);
	struct buffer rows;
	struct record_table table;
	struct attack attack, careless;
	struct program_result result;
	bool compared;

	buffer_init(&rows);
	buffer_add_text(&rows, record_columns);
	table = record_table_make(arena, "2024/25", seed, &rows);
	write_specs(folder, buffer_text(&rows));
	buffer_clear(&rows);
	result = batch(folder);
	attack = record_table_attack(arena, attack_rule_of("LOCAL-5"), &table, RECORD_EVENTS);
	careless = record_table_attack(arena, attack_rule_of("LOCAL-5"), &table, RECORD_EVENTS);
	compared = read_statement(&attack, &table, folder, "comparison");
	for (size_t i = 1; i < RECORD_STRAYS; i++) {
		read_statement(&attack, &table, folder, record_codes[i]);
		read_statement(&careless, &table, folder, record_codes[i]);
	}
	tell_total(&careless, &table);
	record_table_score(&attack, &table, RECORD_EVENTS, &scores->made);
	record_table_score(&careless, &table, RECORD_EVENTS, &scores->careless);
	cr_expect_eq(result.status, compared ? 0 : 5, "%s", result.err);
	cr_expect_eq(compared, strstr(result.err, "[OUT72]") == NULL, "%s", result.err);
	scores->compared += compared;
	scores->refused += !compared;
	scratch_free(folder);
}

Test(disclosure_attack_batch, recovers_no_small_count_of_a_body)
{
	struct scores scores = { 0 };
	unsigned seed = 20251123;

	setenv("XDG_STATE_HOME", scratch_new(arena), 1);
	for (int i = 0; i < BATCHES; i++)
		attack_batch(&seed, &scores);
	scratch_free(getenv("XDG_STATE_HOME"));
	fprintf(stderr,
		"%zu comparisons made, %zu refused; %zu small, %zu recovered, %zu if careless\n",
		scores.compared, scores.refused, scores.made.small, scores.made.found,
		scores.careless.found);
	cr_expect_gt(scores.made.small, (size_t)BATCHES, "hardly anything to be protected");
	cr_expect_eq(scores.made.found, 0, "%zu counts are recovered; %s", scores.made.found,
		     scores.made.first);
	cr_expect_gt(scores.careless.found, 0, "somebody who finds nothing proves nothing");
	cr_expect_gt(scores.refused, 0);
	cr_expect_gt(scores.compared, 0);
}
