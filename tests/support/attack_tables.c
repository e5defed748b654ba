#include "support/attack_tables.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "support/attacker.h"
#include "support/fixture.h"
#include "support/program.h"

enum { BODIES = ATTACK_BODIES, YEARS = ATTACK_YEARS, YEAR_FIRST = 2016 };

/* -- what is true ------------------------------------------------------------------------------- */

GHashTable *attack_truth_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

struct teller {
	GHashTable *truth;
	const char *place;
};

static void tell(void *context, bool denominator, const char *indicator, const char *by,
		 const char *group, const char *sex, double number)
{
	struct teller *teller = context;
	struct arena *scratch = arena_new();
	const char *name = attack_name(scratch, denominator, indicator, by, group, sex);
	double *copy = g_new(double, 1);

	*copy = number;
	g_hash_table_insert(teller->truth, g_strconcat(teller->place, "|", name, NULL), copy);
	arena_free(scratch);
}

const double *attack_true_number(GHashTable *truth, const char *place, const char *name)
{
	gchar *key = g_strconcat(place, "|", name, NULL);
	const double *number = g_hash_table_lookup(truth, key);

	g_free(key);
	return number;
}

/* -- tables ------------------------------------------------------------------------------------- */

static const char report[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>"
	"<meta><title>T</title><publisher>P</publisher></meta>"
	"<data><source id='s' href='data.csv' rule='%s'>"
	"<map column='indicator' as='indicator'/><map column='period' as='period'/>"
	"<map column='organisation' as='organisation'/><map column='dimension' as='dimension'/>"
	"<map column='group' as='group'/><map column='sex' as='sex'/>"
	"<map column='numerator' as='numerator'/><map column='denominator' as='denominator'/>"
	"</source></data><indicators>%s</indicators>"
	"<body organisation='QNV'><p>Nothing.</p></body></report>";

/* Codes of bodies as the list of the project has them. */
static size_t read_bodies(const char **codes)
{
	char *text =
		arena_strdup(arena, file_text(arena, "inputs/reference/organisations.csv", NULL));
	size_t count = 0;

	for (char *line = strtok(text, "\n"); line != NULL && count < BODIES;
	     line = strtok(NULL, "\n"))
		if (line[0] == 'Q' && line[3] == ',')
			codes[count++] = arena_strndup(arena, line, 3);
	cr_assert_eq(count, (size_t)BODIES);
	return count;
}

static void write_tables(const char *folder, const char *rule, enum people_shape shape,
			 unsigned seed, GHashTable *truth)
{
	const char *spec = arena_printf(arena, report, rule, people_indicators(shape));
	const char *codes[BODIES];
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, people_columns);
	read_bodies(codes);
	for (int body = 0; body < BODIES; body++)
		for (int year = YEAR_FIRST; year < YEAR_FIRST + YEARS; year++) {
			char period[16];
			struct teller teller = { truth, NULL };
			const struct people_told told = { &teller, tell };

			snprintf(period, sizeof(period), "%d/%02d", year, (year + 1) % 100);
			teller.place = arena_printf(arena, "%s %s", period, codes[body]);
			people_rows(shape, &seed, period, codes[body], &rows, &told);
		}
	file_write(path_join(arena, folder, "report.xml"), spec, strlen(spec));
	file_write(path_join(arena, folder, "data.csv"), buffer_text(&rows),
		   strlen(buffer_text(&rows)));
	buffer_clear(&rows);
}

static struct published build_tables(const char *folder)
{
	const char *arguments[] = { "build",     "report.xml", "-o", "out",
				    "--formats", "svg",        "-q", NULL };
	struct program_result result = program_run(arena, folder, arguments, NULL);
	const char *text;

	cr_assert_eq(result.status, 0, "%s", result.err);
	text = file_text(arena, path_join(arena, folder, "out/results.csv"), NULL);
	return published_read(arena, arena_strdup(arena, text));
}

static int by_place(const void *a, const void *b)
{
	const struct published_figure *first = a, *second = b;
	int order = strcmp(first->organisation, second->organisation);

	return order != 0 ? order : strcmp(first->period, second->period);
}

struct published attack_tables_build(const char *rule, enum people_shape shape, unsigned seed,
				     GHashTable *truth)
{
	const char *folder = scratch_new(arena);
	struct published published;

	write_tables(folder, rule, shape, seed, truth);
	published = build_tables(folder);
	qsort(published.figures, published.count, sizeof(*published.figures), by_place);
	scratch_free(folder);
	return published;
}

static const char counts_report[] =
	"<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>"
	"<meta><title>T</title><publisher>P</publisher></meta>"
	"<data><source id='s' href='data.csv' rule='%s'>"
	"<map column='indicator' as='indicator'/><map column='period' as='period'/>"
	"<map column='organisation' as='organisation'/><map column='dimension' as='dimension'/>"
	"<map column='group' as='group'/><map column='numerator' as='numerator'/>"
	"</source></data><indicators>%s</indicators>"
	"<body organisation='QNV'><p>Nothing.</p></body></report>";

struct published attack_counts_build(const char *rule, int indicators, const char *rows)
{
	const char *folder = scratch_new(arena), *spec;
	struct published published;
	struct buffer elements;

	buffer_init(&elements);
	for (int i = 0; i < indicators; i++)
		buffer_printf(&elements,
			      "<indicator id='C%d' method='count'><name>C%d</name></indicator>", i,
			      i);
	spec = arena_printf(arena, counts_report, rule, buffer_text(&elements));
	buffer_clear(&elements);
	file_write(path_join(arena, folder, "report.xml"), spec, strlen(spec));
	file_write(path_join(arena, folder, "data.csv"), rows, strlen(rows));
	published = build_tables(folder);
	scratch_free(folder);
	return published;
}

size_t attack_place_end(const struct published *published, size_t first)
{
	size_t end = first + 1;

	while (end < published->count &&
	       published_same_place(&published->figures[end], &published->figures[first]))
		end++;
	return end;
}
