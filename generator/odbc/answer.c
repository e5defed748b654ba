#include "odbc/answer.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "odbc/afterwards.h"

/* Sums in millionths of many rows. */
__extension__ typedef __int128 wide;

/* A row of cells: its texts, then rows and figures. Of pairs: its texts, then number and count. */
struct answer_row {
	const char **texts;
	wide *numbers;
	const struct answer_rows *of; /* for sorting */
};

/* Rows of one kind of one grouping. */
struct answer_rows {
	struct answer_row *items;
	size_t count, capacity;
	size_t texts, numbers;
};

struct answer {
	struct arena *arena;
	const struct count_query *query;
	const struct sql_statement *statement;
	struct answer_rows *parts; /* one for each part of the statement */
	struct count_tally *taken, *left_out;
	uint64_t rows, rows_taken;
	size_t added;
	const char *twice;
	int twice_value;
};

struct answer *answer_new(struct arena *arena, const struct count_query *query,
			  const struct sql_statement *statement)
{
	struct answer *answer = arena_alloc(arena, sizeof(*answer));

	*answer = (struct answer){
		.arena = arena,
		.query = query,
		.statement = statement,
		.parts = arena_array(arena, statement->part_count + 1, sizeof(*answer->parts)),
		.taken = arena_array(arena, query->value_count + 1, sizeof(*answer->taken)),
		.left_out = arena_array(arena, query->value_count + 1, sizeof(*answer->left_out)),
	};
	for (size_t i = 0; i < query->value_count; i++)
		for (int lack = 0; lack < LACK_COUNT; lack++)
			answer->taken[i].text[lack] = answer->left_out[i].text[lack] = "";
	return answer;
}

/* A whole number, as some drivers write it with zeros behind a point. */
static bool read_number(const char *text, wide *number)
{
	bool negative = text != NULL && *text == '-';
	const char *at = text;
	wide read = 0;

	if (text == NULL)
		return false;
	for (at += negative; *at >= '0' && *at <= '9'; at++)
		read = read * 10 + (*at - '0');
	if (at == text + negative || at - text > 37)
		return false;
	if (*at == '.')
		for (at++; *at == '0';)
			at++;
	*number = negative ? -read : read;
	return *at == '\0';
}

/* Texts of a grouping as the query wants them. */
static const char **group_texts(struct answer *answer, int number, const char *const *texts)
{
	const struct count_grouping *grouping = &answer->query->groupings[number];
	const char **made = arena_array(answer->arena, grouping->value_count + 1, sizeof(*made));

	for (size_t i = 0; i < grouping->value_count; i++) {
		int root = answer->statement->roots[grouping->values[i]];
		enum count_lack lack;
		const char *stood;

		if (texts[i] == NULL)
			continue;
		if (root == VALUE_NONE)
			made[i] = arena_strdup(answer->arena, texts[i]);
		else
			made[i] = afterwards_text(answer->arena, answer->query, grouping->values[i],
						  root, texts[i], &lack, &stood);
	}
	return made;
}

static enum answer_state add_row(struct answer *answer, size_t part, size_t numbers,
				 const char *const *texts, const char *const *given)
{
	struct answer_rows *rows = &answer->parts[part];
	int grouping = answer->statement->parts[part].grouping;
	struct answer_row row = { .of = rows };

	rows->numbers = numbers;
	rows->texts = answer->query->groupings[grouping].value_count;
	row.numbers = arena_array(answer->arena, numbers, sizeof(*row.numbers));
	for (size_t i = 0; i < numbers; i++)
		if (!read_number(given[i], &row.numbers[i]))
			return ANSWER_STRANGE;
	row.texts = group_texts(answer, grouping, texts);
	rows->items =
		arena_grow(answer->arena, rows->items, rows->count, &rows->capacity, sizeof(row));
	rows->items[rows->count++] = row;
	return ANSWER_TAKEN;
}

/* Tallies of a lack; of several texts the least is kept. */
static void tally(struct answer *answer, bool taken, int value, enum count_lack lack, wide rows,
		  const char *text)
{
	struct count_tally *at = &(taken ? answer->taken : answer->left_out)[value];

	if (rows == 0)
		return;
	if (at->rows[lack] == 0 || strcmp(text, at->text[lack]) < 0)
		at->text[lack] = arena_strdup(answer->arena, text);
	at->rows[lack] += (uint64_t)rows;
}

/* A number in millionths as the number itself. */
static const char *of_millionths(struct answer *answer, const char *text)
{
	char number[NUMBER_TEXT_MAX];
	wide millionths;

	if (!read_number(text, &millionths))
		return text;
	number_shortest((double)millionths / 1e6, number);
	return arena_strdup(answer->arena, number);
}

static enum answer_state add_lacks(struct answer *answer, const char *const *texts,
				   const char *const *numbers)
{
	wide taken, rows;

	if (!read_number(numbers[0], &taken))
		return ANSWER_STRANGE;
	for (size_t i = 0; i < answer->statement->lack_count; i++) {
		const struct sql_lack *lack = &answer->statement->lacks[i];
		const char *text = texts[i] == NULL ? "" : texts[i];

		if (!read_number(numbers[i + 1], &rows))
			return ANSWER_STRANGE;
		if (lack->is_millionths)
			text = of_millionths(answer, text);
		tally(answer, taken != 0, lack->value, lack->lack, rows, text);
	}
	return ANSWER_TAKEN;
}

/* Values that are looked up afterwards are tallied afterwards. */
static enum answer_state add_key(struct answer *answer, int root, const char *key,
				 const char *const *numbers)
{
	wide taken, rows;

	if (key == NULL || !read_number(numbers[0], &taken) || !read_number(numbers[1], &rows))
		return ANSWER_STRANGE;
	for (size_t i = 0; i < answer->query->value_count; i++) {
		enum count_lack lack;
		const char *stood = "";

		if (answer->statement->roots[i] != root)
			continue;
		afterwards_text(answer->arena, answer->query, (int)i, root, key, &lack, &stood);
		if (lack != LACK_COUNT)
			tally(answer, taken != 0, (int)i, lack, rows, stood);
	}
	return ANSWER_TAKEN;
}

static enum answer_state add_all(struct answer *answer, const char *const *numbers)
{
	wide rows, taken;

	if (!read_number(numbers[0], &rows) || !read_number(numbers[1], &taken))
		return ANSWER_STRANGE;
	answer->rows = (uint64_t)rows;
	answer->rows_taken = (uint64_t)taken;
	return ANSWER_TAKEN;
}

static enum answer_state add_twice(struct answer *answer, int value, const char *key,
				   const char *const *numbers)
{
	wide keys;

	if (!read_number(numbers[0], &keys))
		return ANSWER_STRANGE;
	if (keys > 0) {
		answer->twice = arena_strdup(answer->arena, key == NULL ? "" : key);
		answer->twice_value = value;
	}
	return ANSWER_TAKEN;
}

enum answer_state answer_add(struct answer *answer, const char *part, const char *const *texts,
			     const char *const *numbers)
{
	const struct sql_rows *rows;
	wide number;

	if (!read_number(part, &number) || number < 0 ||
	    number >= (wide)answer->statement->part_count)
		return ANSWER_STRANGE;
	if (++answer->added > ANSWER_CELLS_MOST)
		return ANSWER_LARGE;
	rows = &answer->statement->parts[number];
	switch (rows->kind) {
	case SQL_ROWS_CELLS:
		return add_row(answer, (size_t)number, answer->query->measure_count + 1, texts,
			       numbers);
	case SQL_ROWS_PAIRS:
		return add_row(answer, (size_t)number, 2, texts, numbers);
	case SQL_ROWS_LACKS:
		return add_lacks(answer, texts, numbers);
	case SQL_ROWS_KEYS:
		return add_key(answer, rows->value, texts[0], numbers);
	case SQL_ROWS_TWICE:
		return add_twice(answer, rows->value, texts[0], numbers);
	case SQL_ROWS_ALL:
		break;
	}
	return add_all(answer, numbers);
}

const char *answer_key_twice(const struct answer *answer, int *value)
{
	*value = answer->twice_value;
	return answer->twice;
}

/* By texts, missing last. */
static int compare_texts(const struct answer_row *a, const struct answer_row *b)
{
	for (size_t i = 0; i < a->of->texts; i++) {
		const char *left = a->texts[i], *right = b->texts[i];
		int order;

		if (left == NULL || right == NULL)
			order = (left == NULL) - (right == NULL);
		else
			order = strcmp(left, right);
		if (order != 0)
			return order;
	}
	return 0;
}

static int compare_cells(const void *a, const void *b)
{
	return compare_texts(a, b);
}

/* By texts, then by number. */
static int compare_pairs(const void *a, const void *b)
{
	const struct answer_row *left = a, *right = b;
	int order = compare_texts(left, right);

	if (order != 0)
		return order;
	return (left->numbers[0] > right->numbers[0]) - (left->numbers[0] < right->numbers[0]);
}

/* Sorts rows and adds up those that are the same from the number at first on. */
static void put_together(struct answer_rows *rows, size_t first,
			 int (*compare)(const void *a, const void *b))
{
	size_t kept = 0;

	if (rows->count == 0)
		return;
	qsort(rows->items, rows->count, sizeof(*rows->items), compare);
	for (size_t i = 1; i < rows->count; i++) {
		if (compare(&rows->items[kept], &rows->items[i]) != 0) {
			rows->items[++kept] = rows->items[i];
			continue;
		}
		for (size_t j = first; j < rows->numbers; j++)
			rows->items[kept].numbers[j] += rows->items[i].numbers[j];
	}
	rows->count = kept + 1;
}

/* The part that has the pairs of a measure in a grouping; NULL when the measure has none. */
static struct answer_rows *pairs_of(struct answer *answer, int grouping, size_t measure)
{
	for (size_t i = 0; i < answer->statement->part_count; i++) {
		const struct sql_rows *part = &answer->statement->parts[i];

		if (part->kind == SQL_ROWS_PAIRS && part->grouping == grouping &&
		    part->measure == (int)measure)
			return &answer->parts[i];
	}
	return NULL;
}

static double scale_of(const struct answer *answer, size_t measure)
{
	const struct count_measure *of = &answer->query->measures[measure];

	if (of->kind != COUNT_SUM && of->kind != COUNT_SPREAD)
		return 1;
	return (double)sql_scale(answer->query, of->value);
}

/* The pairs of every cell; both are in order, and every pair is of a cell. */
static void give_pairs(struct answer *answer, const struct answer_rows *cells,
		       struct counted_figure *const *figures, const struct answer_rows *rows,
		       size_t measure)
{
	double scale = scale_of(answer, measure);
	struct count_pair *pairs = arena_array(answer->arena, rows->count + 1, sizeof(*pairs));
	size_t next = 0;

	for (size_t i = 0; i < rows->count; i++)
		pairs[i] = (struct count_pair){
			.number = (double)rows->items[i].numbers[0] / scale,
			.count = (uint64_t)rows->items[i].numbers[1],
		};
	for (size_t i = 0; i < cells->count; i++) {
		struct counted_figure *figure = &figures[i][measure];

		figure->pairs = &pairs[next];
		while (next < rows->count &&
		       compare_texts(&cells->items[i], &rows->items[next]) == 0)
			next++;
		figure->pair_count = (size_t)(&pairs[next] - figure->pairs);
	}
}

static struct count_cells cells_of(struct answer *answer, size_t part)
{
	struct answer_rows *rows = &answer->parts[part];
	size_t measures = answer->query->measure_count;
	struct count_cell *cells = arena_array(answer->arena, rows->count + 1, sizeof(*cells));
	struct counted_figure **figures =
		arena_array(answer->arena, rows->count + 1, sizeof(*figures));

	put_together(rows, 0, compare_cells);
	/* Without groups a database answers with a row even when there is nothing to count. */
	if (rows->count == 1 && rows->items[0].numbers[0] == 0)
		rows->count = 0;
	for (size_t i = 0; i < rows->count; i++) {
		figures[i] = arena_array(answer->arena, measures + 1, sizeof(**figures));
		for (size_t j = 0; j < measures; j++)
			figures[i][j].number = (double)rows->items[i].numbers[j + 1];
		for (size_t j = 0; j < measures; j++)
			if (answer->query->measures[j].kind == COUNT_SUM)
				figures[i][j].number /= scale_of(answer, j);
		cells[i] = (struct count_cell){ .texts = rows->items[i].texts,
						.figures = figures[i],
						.rows = (uint64_t)rows->items[i].numbers[0] };
	}
	for (size_t j = 0; j < measures; j++) {
		struct answer_rows *pairs =
			pairs_of(answer, answer->statement->parts[part].grouping, j);

		if (pairs == NULL)
			continue;
		put_together(pairs, 1, compare_pairs);
		give_pairs(answer, rows, figures, pairs, j);
	}
	return (struct count_cells){ .items = cells, .count = rows->count };
}

/* Marks what a condition reads, and what that is made from. */
static void mark_value(const struct count_query *query, int value, bool *read)
{
	for (; value != VALUE_NONE && !read[value]; value = query->values[value].from) {
		const struct count_value *at = &query->values[value];

		read[value] = true;
		if (at->kind == VALUE_COLUMN)
			return;
		if (at->kind == VALUE_AGE || at->kind == VALUE_DAYS || at->kind == VALUE_WEEKS)
			mark_value(query, at->until, read);
	}
}

static void mark_condition(const struct count_query *query, int number, bool *read)
{
	const struct count_condition *condition = &query->conditions[number];

	for (size_t i = 0; i < condition->part_count; i++)
		mark_condition(query, condition->parts[i], read);
	if (condition->kind != CONDITION_ALL && condition->kind != CONDITION_ANY)
		mark_value(query, condition->value, read);
}

/* Of rows that are left out only what the condition for all rows reads is told. */
static void keep_what_is_read(struct answer *answer)
{
	const struct count_query *query = answer->query;
	bool *read = arena_array(answer->arena, query->value_count + 1, sizeof(*read));

	if (query->taken != CONDITION_NONE)
		mark_condition(query, query->taken, read);
	for (size_t i = 0; i < query->value_count; i++)
		for (int lack = 0; !read[i] && lack < LACK_COUNT; lack++) {
			answer->left_out[i].rows[lack] = 0;
			answer->left_out[i].text[lack] = "";
		}
}

void answer_finish(struct answer *answer, struct count_result *result)
{
	struct count_cells *groupings =
		arena_array(answer->arena, answer->query->grouping_count + 1, sizeof(*groupings));

	for (size_t i = 0; i < answer->statement->part_count; i++)
		if (answer->statement->parts[i].kind == SQL_ROWS_CELLS)
			groupings[answer->statement->parts[i].grouping] = cells_of(answer, i);
	keep_what_is_read(answer);
	*result = (struct count_result){
		.rows = answer->rows,
		.rows_taken = answer->rows_taken,
		.groupings = groupings,
		.taken = answer->taken,
		.left_out = answer->left_out,
	};
}
