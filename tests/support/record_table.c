#include "support/record_table.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

const char *const record_codes[RECORD_PLACES] = { "ALL", "QA1", "QA2", "QA3", "QA4", "" };
const char *const record_fifths[RECORD_FIFTHS + 1] = { "all", "1 most deprived", "2", "3",
						       "4",   "5 least deprived" };
const char *const record_indicators[RECORD_KINDS] = { "C0", "C1" };
const char record_columns[] = "period,board,fifth,person\n";

/* -- records -------------------------------------------------------------------------------------- */

static unsigned next_random(unsigned *seed, unsigned below)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 16) % below;
}

/* Many small numbers, some zeros, some larger ones. */
static unsigned records_of(unsigned *seed, unsigned large)
{
	unsigned kind = next_random(seed, 10);

	if (kind < 2)
		return 0;
	return kind < 2 + large ? 5 + next_random(seed, 60) : 1 + next_random(seed, 6);
}

struct making {
	struct record_table table;
	unsigned *seed, people;
	GHashTable *known; /* people of every cell */
	struct buffer *rows;
};

/* A record counts in its cell, its row, its column and the total; a person once in each. */
static void count_record(struct making *making, size_t place, size_t fifth, unsigned person)
{
	const size_t places[] = { place, RECORD_TOTAL }, fifths[] = { fifth, 0 };

	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 2; j++) {
			gchar *key = g_strdup_printf("%zu %zu %u", places[i], fifths[j], person);

			making->table.counts[RECORD_EVENTS][places[i]][fifths[j]]++;
			if (g_hash_table_add(making->known, key))
				making->table.counts[RECORD_PEOPLE][places[i]][fifths[j]]++;
		}
}

static void make_records(struct making *making, size_t place, size_t fifth, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		bool again = making->table.mixed && making->people > 0 &&
			     next_random(making->seed, 6) == 0;
		unsigned person =
			again ? next_random(making->seed, making->people) : making->people++;

		count_record(making, place, fifth, person);
		buffer_printf(making->rows, "%s,%s,%zu,p%u\n", making->table.period,
			      record_codes[place], fifth, person);
	}
}

struct record_table record_table_make(struct arena *arena, const char *period, unsigned *seed,
				      struct buffer *rows)
{
	struct making making = {
		.table.period = arena_strdup(arena, period),
		.table.mixed = next_random(seed, 3) == 0,
		.table.strays = next_random(seed, 4) == 0,
		.seed = seed,
		.known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.rows = rows,
	};
	unsigned large = 2 + next_random(seed, 7);

	for (size_t place = 1; place < RECORD_STRAYS; place++)
		for (size_t fifth = 1; fifth <= RECORD_FIFTHS; fifth++)
			make_records(&making, place, fifth, records_of(seed, large));
	for (size_t fifth = 1; making.table.strays && fifth <= RECORD_FIFTHS; fifth++)
		make_records(&making, RECORD_STRAYS, fifth, next_random(seed, 4));
	g_hash_table_destroy(making.known);
	return making.table;
}

bool record_table_has(const struct record_table *table, size_t place, size_t fifth)
{
	return table->counts[RECORD_EVENTS][place][fifth] > 0;
}

/* -- what is known -------------------------------------------------------------------------------- */

static bool is_place(const struct record_table *table, size_t place)
{
	return place != RECORD_STRAYS || table->strays;
}

size_t record_table_cell(const struct attack *attack, size_t place, size_t fifth)
{
	return puzzle_cell(attack->puzzle, arena_printf(attack->arena, "%s|%s", record_codes[place],
							record_fifths[fifth]));
}

/* Parts that add up to the whole; to no less where people are in several. */
static void add_sum(const struct attack *attack, struct puzzle_term *terms, size_t count,
		    size_t whole, bool exact)
{
	terms[count] = (struct puzzle_term){ whole, -1 };
	puzzle_line(attack->puzzle, terms, count + 1, 0, exact ? 0 : PUZZLE_NO_END);
	for (size_t i = 0; !exact && i < count; i++) {
		const struct puzzle_term part[] = { { terms[i].cell, 1 }, { whole, -1 } };

		puzzle_line(attack->puzzle, part, 2, -PUZZLE_NO_END, 0);
	}
}

static size_t add_term(const struct attack *attack, struct puzzle_term *terms, size_t count,
		       size_t place, size_t fifth)
{
	terms[count] = (struct puzzle_term){ record_table_cell(attack, place, fifth), 1 };
	return count + 1;
}

struct attack record_table_attack(struct arena *arena, const struct attack_rule *rule,
				  const struct record_table *table, enum record_kind kind)
{
	struct attack attack = { .arena = arena, .rule = rule, .puzzle = puzzle_new(arena) };
	bool exact = kind == RECORD_EVENTS || !table->mixed;
	struct puzzle_term terms[RECORD_PLACES + RECORD_FIFTHS + 1];

	for (size_t fifth = 0; fifth <= RECORD_FIFTHS; fifth++) {
		size_t count = 0;

		for (size_t place = 1; place < RECORD_PLACES && is_place(table, place); place++)
			count = add_term(&attack, terms, count, place, fifth);
		add_sum(&attack, terms, count, record_table_cell(&attack, RECORD_TOTAL, fifth),
			exact);
	}
	for (size_t place = 0; place < RECORD_PLACES && is_place(table, place); place++) {
		size_t count = 0;

		for (size_t fifth = 1; fifth <= RECORD_FIFTHS; fifth++)
			count = add_term(&attack, terms, count, place, fifth);
		add_sum(&attack, terms, count, record_table_cell(&attack, place, 0), exact);
	}
	return attack;
}

/* -- figures -------------------------------------------------------------------------------------- */

static size_t place_of(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	cr_assert_fail("%s", word);
	return count;
}

void record_table_read(const struct attack *attack, const struct record_table *table,
		       enum record_kind kind, const struct published *published)
{
	for (size_t i = 0; i < published->count; i++) {
		const struct published_figure *figure = &published->figures[i];
		struct puzzle_range range = attack_hidden(attack->rule);
		size_t place, fifth;

		if (strcmp(figure->measure, "value") != 0 ||
		    strcmp(figure->indicator, record_indicators[kind]) != 0 ||
		    strcmp(figure->period, table->period) != 0)
			continue;
		place = place_of(record_codes, RECORD_STRAYS, figure->organisation);
		fifth = place_of(record_fifths, RECORD_FIFTHS + 1, figure->group);
		if (figure->has_numerator)
			range = attack_shown(attack->rule, figure->numerator);
		puzzle_bound(attack->puzzle, record_table_cell(attack, place, fifth), range.low,
			     range.high);
	}
}

void record_table_read_simply(const struct attack *attack, const struct record_table *table,
			      enum record_kind kind)
{
	for (size_t place = 0; place < RECORD_STRAYS; place++)
		for (size_t fifth = 0; fifth <= RECORD_FIFTHS; fifth++) {
			double number =
				attack_published(attack->rule, table->counts[kind][place][fifth]);
			struct puzzle_range range = number < 0 ? attack_hidden(attack->rule)
							       : attack_shown(attack->rule, number);

			puzzle_bound(attack->puzzle, record_table_cell(attack, place, fifth),
				     range.low, range.high);
		}
}

/* Where there is no record there is nothing to publish, and everybody knows that it is none. */
static void know_zeros(const struct attack *attack, const struct record_table *table)
{
	for (size_t place = 0; place < RECORD_STRAYS; place++)
		for (size_t fifth = 0; fifth <= RECORD_FIFTHS; fifth++) {
			bool any = record_table_has(table, place, fifth);

			puzzle_bound(attack->puzzle, record_table_cell(attack, place, fifth),
				     any ? fmax(1, attack->rule->hide_from) : 0,
				     any ? PUZZLE_NO_END : 0);
		}
}

void record_table_score(const struct attack *attack, const struct record_table *table,
			enum record_kind kind, struct record_score *score)
{
	struct attack bare = record_table_attack(attack->arena, attack->rule, table, kind);
	size_t wanted[RECORD_PLACES * (RECORD_FIFTHS + 1)], count = 0, close;
	double numbers[RECORD_PLACES * (RECORD_FIFTHS + 1)];
	struct attack_find find;

	know_zeros(&bare, table);
	for (size_t place = 0; place < RECORD_PLACES && is_place(table, place); place++)
		for (size_t fifth = 0; fifth <= RECORD_FIFTHS; fifth++) {
			double number = table->counts[kind][place][fifth];

			if (!record_table_has(table, place, fifth) ||
			    !attack_protects(attack->rule, number))
				continue;
			numbers[count] = number;
			wanted[count++] = record_table_cell(attack, place, fifth);
		}
	score->small += count;
	close = count == 0 ? 0 : attack_cells(attack, &bare, wanted, count, &find);
	for (size_t i = 0; close > 0 && score->first == NULL && i < count; i++)
		if (wanted[i] == find.cell)
			score->first = arena_printf(
				attack->arena, "%s, %s: %g comes out as %g to %g", table->period,
				puzzle_cell_name(attack->puzzle, find.cell), numbers[i],
				find.range.low, find.range.high);
	score->found += close;
}
