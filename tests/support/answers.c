#include "support/answers.h"

#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct answers {
	char name[128];
	char *text;   /* the file, cells ended by NUL */
	char **cells; /* row by row, the header first */
	size_t columns, rows;
};

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "rb");
	size_t length = 0, room = 1 << 16;
	char *text;

	if (file == NULL)
		return NULL;
	text = malloc(room);
	cr_assert_not_null(text);
	while (!feof(file)) {
		cr_assert_not(ferror(file), "%s cannot be read", path);
		if (room - length < 2)
			text = realloc(text, room *= 2);
		cr_assert_not_null(text);
		length += fread(text + length, 1, room - length - 1, file);
	}
	fclose(file);
	text[length] = '\0';
	return text;
}

/* Ends the cell that starts at *next, in place, and moves *next on. True when it ends its line. */
static bool end_cell(char **next)
{
	char *from = *next, *to = *next, after;

	if (*from == '"') {
		from++;
		/* A quote followed by another stands for one; otherwise it ends the cell. */
		while (*from != '\0' && (*from != '"' || *++from == '"'))
			*to++ = *from++;
	} else {
		while (*from != '\0' && *from != ',' && *from != '\n')
			*to++ = *from++;
	}
	after = *from;
	*to = '\0';
	*next = from + (after != '\0');
	return after != ',';
}

static void split(struct answers *vectors)
{
	size_t count = 0, room = 1024;
	char *next = vectors->text;

	vectors->cells = malloc(room * sizeof(*vectors->cells));
	cr_assert_not_null(vectors->cells);
	while (*next != '\0') {
		size_t in_row = 1;

		for (;; in_row++) {
			if (count == room)
				vectors->cells = realloc(vectors->cells,
							 (room *= 2) * sizeof(*vectors->cells));
			cr_assert_not_null(vectors->cells);
			vectors->cells[count++] = next;
			if (end_cell(&next))
				break;
		}
		if (vectors->columns == 0)
			vectors->columns = in_row;
		cr_assert_eq(in_row, vectors->columns, "%s: line %zu has %zu cells, not %zu",
			     vectors->name, count / vectors->columns, in_row, vectors->columns);
	}
	cr_assert_gt(count, vectors->columns, "%s holds no rows", vectors->name);
	vectors->rows = count / vectors->columns - 1;
}

static struct answers *open_in(const char *variable, const char *otherwise, const char *name)
{
	const char *folder = getenv(variable);
	struct answers *vectors;
	char path[4096], *text;

	snprintf(path, sizeof(path), "%s/%s", folder == NULL ? otherwise : folder, name);
	text = read_file(path);
	if (text == NULL) {
		fprintf(stderr, "skipped: no reference figures in %s (see %s)\n", path, variable);
		cr_skip_test("no reference figures in %s", path);
	}
	vectors = calloc(1, sizeof(*vectors));
	cr_assert_not_null(vectors);
	snprintf(vectors->name, sizeof(vectors->name), "%s", name);
	vectors->text = text;
	split(vectors);
	return vectors;
}

struct answers *answers_open(const char *name)
{
	return open_in("GRADIENT_VECTORS", "tests/vectors", name);
}

struct answers *answers_open_real(const char *name)
{
	return open_in("GRADIENT_REAL_VECTORS", "../shared/reference/vectors/upstream_phe", name);
}

void answers_close(struct answers *vectors)
{
	free(vectors->cells);
	free(vectors->text);
	free(vectors);
}

size_t answers_count(const struct answers *vectors)
{
	return vectors->rows;
}

const char *answers_text(const struct answers *vectors, size_t row, const char *column)
{
	for (size_t i = 0; i < vectors->columns; i++)
		if (strcmp(vectors->cells[i], column) == 0)
			return vectors->cells[(row + 1) * vectors->columns + i];
	cr_assert_fail("%s has no column %s", vectors->name, column);
	return NULL;
}

bool answers_is(const struct answers *vectors, size_t row, const char *column, const char *text)
{
	return strcmp(answers_text(vectors, row, column), text) == 0;
}

bool answers_number(const struct answers *vectors, size_t row, const char *column, double *out)
{
	const char *text = answers_text(vectors, row, column);
	char *end;

	if (*text == '\0' || strcmp(text, "NA") == 0)
		return false;
	*out = strtod(text, &end);
	cr_assert(*end == '\0' && !isnan(*out), "%s: row %zu: %s is no number: %s", vectors->name,
		  row + 1, column, text);
	return true;
}

double answers_need(const struct answers *vectors, size_t row, const char *column)
{
	double number = 0;

	cr_assert(answers_number(vectors, row, column, &number), "%s: row %zu: no %s",
		  vectors->name, row + 1, column);
	return number;
}

double answers_number_or(const struct answers *vectors, size_t row, const char *column,
			 double other)
{
	answers_number(vectors, row, column, &other);
	return other;
}

size_t answers_block_end(const struct answers *vectors, size_t row, const char *column)
{
	const char *text = answers_text(vectors, row, column);

	while (row < vectors->rows && answers_is(vectors, row, column, text))
		row++;
	return row;
}

size_t answers_find(const struct answers *vectors, const char *column, const char *text)
{
	for (size_t row = 0; row < vectors->rows; row++)
		if (answers_is(vectors, row, column, text))
			return row;
	cr_assert_fail("%s has no row with %s %s", vectors->name, column, text);
	return 0;
}

void answers_compare(struct answers_score *score, size_t row, const char *column, double got,
		     double want, double tolerance, double floor)
{
	double error = got == want ? 0 : fabs(got - want) / fmax(fabs(want), floor);
	double share = isfinite(error) ? error / tolerance : HUGE_VAL;

	score->compared++;
	score->off += share > 1;
	if (score->compared > 1 && share <= score->worst)
		return;
	score->worst = share;
	score->error = error;
	score->got = got;
	score->want = want;
	score->row = row;
	snprintf(score->column, sizeof(score->column), "%s", column);
}

void answers_compare_cell(struct answers_score *score, const struct answers *vectors, size_t row,
			  const char *column, double got, double tolerance, double floor)
{
	double want;

	if (answers_number(vectors, row, column, &want))
		answers_compare(score, row, column, got, want, tolerance, floor);
	else
		cr_expect(isnan(got), "%s: row %zu: %s is not calculable, yet came out as %.17g",
			  vectors->name, row + 1, column, got);
}

void answers_judge(const struct answers_score *score, const struct answers *vectors)
{
	cr_log_info("%s: %zu compared, worst error %.2g (%.2g of the tolerance) in row %zu, %s\n",
		    vectors->name, score->compared, score->error, score->worst, score->row + 1,
		    score->column);
	cr_expect_leq(score->worst, 1,
		      "%s: %zu of %zu off; worst error %.3g, %.3g times the tolerance, in row %zu: "
		      "%s is %.17g, not %.17g",
		      vectors->name, score->off, score->compared, score->error, score->worst,
		      score->row + 1, score->column, score->got, score->want);
	cr_expect_gt(score->compared, 0, "%s: nothing to compare", vectors->name);
}
