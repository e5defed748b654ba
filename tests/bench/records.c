/*
 * records.c - how fast records are counted: four indicators by quintile, ethnic group, age band and sex.
 *
 * usage: records RUNS THREADS FILE [COUNTS]
 * FILE is one of records_data. Prints "seconds MEDIAN LEAST MOST processor MEDIAN memory MIB processor least LEAST most
 * MOST", each of the whole counting as a process of its own; writes the counts to the file COUNTS, sorted, for comparison
 * with others.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "records/records.h"

enum { LSOAS = 33755, BANDS = 20, RUNS_MOST = 101 };

enum {
	LSOA,
	QUINTILE,
	ETHNIC_CODE,
	ETHNIC_GROUP,
	AGE_TEXT,
	AGE,
	AGE_BAND,
	SEX,
	METHOD,
	SPECIALTY,
	WEEKS_TEXT,
	WEEKS,
	VALUES
};

/* Keys of fewer characters than others do not come among them, so that this is the order of strcmp(). */
static const char *const ethnic_codes[] = { "A", "B", "C", "D", "E", "F", "G", "H", "J",
					    "K", "L", "M", "N", "P", "R", "S", "Z" };
static const char *const ethnic_groups[] = { "White", "White",     "White", "Mixed", "Mixed",
					     "Mixed", "Mixed",     "Asian", "Asian", "Asian",
					     "Asian", "Black",     "Black", "Black", "Other",
					     "Other", "Not stated" };

static struct count_lookup *quintiles(struct arena *arena)
{
	static const char *const names[] = { "1", "2", "3", "4", "5" };
	struct count_lookup *lookup = arena_alloc(arena, sizeof(*lookup));
	const char **keys = arena_array(arena, LSOAS, sizeof(*keys));
	const char **texts = arena_array(arena, LSOAS, sizeof(*texts));

	for (unsigned i = 0; i < LSOAS; i++) {
		keys[i] = arena_printf(arena, "E01%06u", i);
		texts[i] = names[i * 7919 % LSOAS * 5 / LSOAS];
	}
	*lookup = (struct count_lookup){
		.id = "quintiles", .keys = keys, .texts = texts, .count = LSOAS
	};
	return lookup;
}

static struct count_band *age_bands(struct arena *arena)
{
	struct count_band *bands = arena_array(arena, BANDS, sizeof(*bands));

	for (unsigned i = 0; i < BANDS; i++)
		bands[i] = (struct count_band){
			.least = i * 5,
			.below = i + 1 < BANDS ? i * 5 + 5 : INFINITY,
			.name = arena_printf(arena, "%02u", i * 5),
		};
	return bands;
}

static struct count_value column(const char *name)
{
	return (struct count_value){
		.kind = VALUE_COLUMN, .name = name, .from = VALUE_NONE, .until = VALUE_NONE
	};
}

static struct count_value made(enum count_value_kind kind, const char *name, int from)
{
	return (struct count_value){ .kind = kind,
				     .name = name,
				     .from = from,
				     .until = VALUE_NONE,
				     .least = 0,
				     .most = kind == VALUE_NUMBER ? 1000 : 0 };
}

static struct count_value *make_values(struct arena *arena)
{
	static struct count_lookup groups = { .id = "ethnic",
					      .keys = ethnic_codes,
					      .texts = ethnic_groups,
					      .count = sizeof(ethnic_codes) /
						       sizeof(ethnic_codes[0]) };
	struct count_value *values = arena_array(arena, VALUES, sizeof(*values));

	values[LSOA] = column("lsoa");
	values[QUINTILE] = made(VALUE_LOOKUP, "quintile", LSOA);
	values[QUINTILE].lookup = quintiles(arena);
	values[ETHNIC_CODE] = column("ethnic_code");
	values[ETHNIC_GROUP] = made(VALUE_LOOKUP, "ethnic_group", ETHNIC_CODE);
	values[ETHNIC_GROUP].lookup = &groups;
	values[AGE_TEXT] = column("age");
	values[AGE] = made(VALUE_NUMBER, "age", AGE_TEXT);
	values[AGE_BAND] = made(VALUE_BAND, "age_band", AGE);
	values[AGE_BAND].bands = age_bands(arena);
	values[AGE_BAND].band_count = BANDS;
	values[SEX] = column("sex");
	values[METHOD] = column("admission_method");
	values[SPECIALTY] = column("specialty");
	values[WEEKS_TEXT] = column("weeks_waited");
	values[WEEKS] = made(VALUE_NUMBER, "weeks", WEEKS_TEXT);
	return values;
}

/* Emergencies, planned admissions, those of them after more than 18 weeks, and orthopaedic ones. */
static const struct count_query *make_query(struct arena *arena)
{
	static const char *const emergency[] = { "2" }, *const planned[] = { "11", "12", "13" };
	static const char *const orthopaedic[] = { "110" };
	static const int long_waits[] = { 1, 2 };
	static const struct count_condition conditions[] = {
		{ .kind = CONDITION_STARTS_WITH,
		  .value = METHOD,
		  .texts = emergency,
		  .text_count = 1 },
		{ .kind = CONDITION_IN, .value = METHOD, .texts = planned, .text_count = 3 },
		{ .kind = CONDITION_BETWEEN, .value = WEEKS, .least = 19, .most = INFINITY },
		{ .kind = CONDITION_ALL, .parts = long_waits, .part_count = 2 },
		{ .kind = CONDITION_IN, .value = SPECIALTY, .texts = orthopaedic, .text_count = 1 },
	};
	static const struct count_measure measures[] = {
		{ .kind = COUNT_EVENTS, .value = VALUE_NONE, .condition = 0 },
		{ .kind = COUNT_EVENTS, .value = VALUE_NONE, .condition = 1 },
		{ .kind = COUNT_EVENTS, .value = VALUE_NONE, .condition = 3 },
		{ .kind = COUNT_EVENTS, .value = VALUE_NONE, .condition = 4 },
	};
	static const int by[] = { QUINTILE, ETHNIC_GROUP, AGE_BAND, SEX };
	static const struct count_grouping grouping = { .values = by, .value_count = 4 };
	struct count_query *query = arena_alloc(arena, sizeof(*query));

	*query = (struct count_query){ .values = make_values(arena),
				       .value_count = VALUES,
				       .conditions = conditions,
				       .condition_count = 5,
				       .taken = CONDITION_NONE,
				       .measures = measures,
				       .measure_count = 4,
				       .groupings = &grouping,
				       .grouping_count = 1 };
	return query;
}

static void write_counts(const struct count_result *result, const char *path)
{
	FILE *file = fopen(path, "w");

	if (file == NULL) {
		fprintf(stderr, "records: cannot write %s\n", path);
		exit(1);
	}
	for (size_t i = 0; i < result->groupings[0].count; i++) {
		const struct count_cell *cell = &result->groupings[0].items[i];

		for (size_t j = 0; j < 4; j++)
			fprintf(file, "%s,", cell->texts[j] == NULL ? "-" : cell->texts[j]);
		fprintf(file, "%llu", (unsigned long long)cell->rows);
		for (size_t j = 0; j < 4; j++)
			fprintf(file, ",%.0f", cell->figures[j].number);
		fprintf(file, "\n");
	}
	fclose(file);
}

static int count(unsigned threads, const char *path, const char *counts)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);
	struct records_options options = { .threads = threads };
	struct count_place place = { .path = path, .shown_path = path };
	struct count_result result;
	bool counted = records_count(&options, arena, make_query(arena), &place, &result, diags);
	struct buffer said;

	buffer_init(&said);
	diag_write(diags, &said, false);
	fprintf(stderr, "%s", buffer_text(&said));
	buffer_clear(&said);
	if (counted && counts != NULL)
		write_counts(&result, counts);
	arena_free(arena);
	return counted ? 0 : 1;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *numbers, int count)
{
	qsort(numbers, (size_t)count, sizeof(*numbers), by_size);
	return numbers[count / 2];
}

int main(int words, char **word)
{
	int runs = words > 3 ? atoi(word[1]) : 0;
	double wall[RUNS_MOST], processor[RUNS_MOST], memory = 0;

	if (words < 4 || words > 5 || runs < 1 || runs > RUNS_MOST) {
		fprintf(stderr, "usage: records RUNS THREADS FILE [COUNTS]\n");
		return 2;
	}
	for (int i = 0; i < runs; i++) {
		double begin = now();
		struct rusage usage;
		pid_t child = fork();
		int status;

		if (child == 0)
			_exit(count((unsigned)atoi(word[2]), word[3], words == 5 ? word[4] : NULL));
		if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0)
			return 1;
		wall[i] = now() - begin;
		processor[i] = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
			       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
		memory = fmax(memory, (double)usage.ru_maxrss / 1024);
	}
	median(wall, runs);
	median(processor, runs);
	printf("seconds %.3f %.3f %.3f processor %.4f memory %.1f processor least %.4f most %.4f\n",
	       wall[runs / 2], wall[0], wall[runs - 1], processor[runs / 2], memory, processor[0],
	       processor[runs - 1]);
	return 0;
}
