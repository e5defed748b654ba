#include "support/random_results.h"

#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/vectors_random.h"

/* -- indicators --------------------------------------------------------------------------------- */

enum form { FORM_SHARE, FORM_EVENTS, FORM_GIVEN };

static const struct {
	const char *method, *per, *unit;
	enum form form;
	double least, most; /* people of a group; of published figures the figures */
} methods[] = {
	{ "proportion", "100", "%", FORM_SHARE, 20, 200000 },
	{ "proportion", "100", "%", FORM_SHARE, 1, 400 },
	{ "crude-rate", "100000", "Admissions per 100,000 people", FORM_EVENTS, 500, 4000000 },
	{ "crude-rate", "1000", "Admissions per 1,000 people", FORM_EVENTS, 50, 90000 },
	{ "count", "1", "Admissions", FORM_EVENTS, 1, 3000000 },
	{ "ratio", "100", "% of the baseline year", FORM_EVENTS, 10, 100000 },
	{ "share-gap", "100", "Percentage points", FORM_EVENTS, 100, 100000 },
	{ "given", "100", "%", FORM_GIVEN, 0, 100 },
	{ "given", "100000", "Deaths per 100,000 people, adjusted for age", FORM_GIVEN, 0.1, 9000 },
	{ "given", "1", "Years", FORM_GIVEN, 1, 90 },
	{ "given", "1", "Index", FORM_GIVEN, -40, 40 },
};

enum { METHODS = sizeof(methods) / sizeof(methods[0]) };

static const struct {
	const char *measure, *name, *events, *population;
} subjects[] = {
	{ "the rate of admissions", "Admissions", "admissions", "people" },
	{ "the share of patients treated in time", "Treated in time", "patients treated in time",
	  "patients" },
	{ "activity", "Activity", "", "" },
	{ "the percentage of adults at high risk of a first event of the heart or the brain who had "
	  "treatment that lowers lipids",
	  "Lipid-lowering treatment", "adults treated", "adults at high risk" },
	{ "the number of waits for treatment", "Waits", "waits", "waits" },
	{ "the age-adjusted rate of emergency department attendances",
	  "Emergency department attendances", "attendances",
	  "people who live in the area of the board" },
};

enum { SUBJECTS = sizeof(subjects) / sizeof(subjects[0]) };

static size_t below(struct vectors_random *random, size_t count)
{
	return (size_t)vectors_random_between(random, 0, (double)count);
}

static bool chance(struct vectors_random *random, double share)
{
	return vectors_random_between(random, 0, 1) < share;
}

static void write_indicator(struct vectors_random *random, struct buffer *out, size_t number,
			    size_t method)
{
	static const char *const good[] = { "high", "low", "neither" };
	size_t subject = below(random, SUBJECTS);

	buffer_printf(out,
		      "<indicator id='I%zu' method='%s' per='%s' good='%s'><name>%s</name>"
		      "<short-name>%s</short-name><measure>%s</measure><events>%s</events>"
		      "<population>%s</population><unit>%s</unit><numerator>N</numerator>"
		      "<denominator>D</denominator></indicator>",
		      number, methods[method].method, methods[method].per, good[below(random, 3)],
		      subjects[subject].name, subjects[subject].name, subjects[subject].measure,
		      subjects[subject].events, subjects[subject].population, methods[method].unit);
}

/* -- groups ------------------------------------------------------------------------------------- */

static const char *const fifths[] = { "1", "2", "3", "4", "5" };
static const char *const tenths[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10" };
static const char *const core[] = { "core20", "other" };
static const char *const categories[] = { "K", "H", "J", "L", "N", "M", "P", "F",
					  "E", "D", "G", "A", "B", "C", "R", "S" };
static const char *const broad[] = { "asian", "black", "mixed", "white", "other" };
static const char *const sexes[] = { "female", "male" };
static const char *const ages[] = { "0-4",   "5-9",   "10-14", "15-19", "20-24", "25-29", "30-34",
				    "35-39", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69",
				    "70-74", "75-79", "80-84", "85-89", "90-94", "95+" };
static const char *const areas[] = { "Ash",  "Beech",  "Cedar", "Dale",   "Elm",
				     "Fern", "Glen",   "Heath", "Iris",   "Jay",
				     "Kelp", "Lime",   "Maple", "Nettle", "Oak",
				     "Pine", "Quince", "Rowan", "Sorrel", "Thorn" };

static const struct {
	const char *dimension;
	const char *const *groups;
	size_t count;
	bool some; /* any number of them, from one on */
} breakdowns[] = {
	{ "deprivation-quintile", fifths, 5, false },
	{ "deprivation-decile", tenths, 10, false },
	{ "core20", core, 2, false },
	{ "ethnic-category", categories, 16, false },
	{ "ethnic-group", broad, 5, false },
	{ "sex", sexes, 2, false },
	{ "age", ages, 20, true },
	{ "neighbourhood", areas, 20, true },
};

enum { BREAKDOWNS = sizeof(breakdowns) / sizeof(breakdowns[0]) };

/* -- figures ------------------------------------------------------------------------------------ */

/* How the figures of one breakdown lie. */
struct shape {
	size_t method;
	double level; /* a share, a rate, a value: on a scale of 0 to 1 */
	double slope; /* from the first to the last group, as a part of the level */
	double noise, growth;
	double hidden, missing;
	double people;
	double outside; /* events of the total in none of the groups, as a part of those in them */
};

static struct shape shape_of(struct vectors_random *random, size_t method)
{
	static const double levels[] = { 0, 1e-4, 0.02, 0.3, 0.5, 0.8, 0.97, 1 };
	static const double slopes[] = { 0, 0, 0.02, 0.2, 0.6, -0.1, -0.5, -0.9 };

	return (struct shape){
		.method = method,
		.level = levels[below(random, 8)],
		.slope = slopes[below(random, 8)],
		.noise = chance(random, 0.5) ? 0 : vectors_random_between(random, 0, 0.3),
		.growth = chance(random, 0.5) ? 0 : vectors_random_between(random, -0.15, 0.15),
		.hidden = chance(random, 0.7) ? 0 : vectors_random_between(random, 0, 0.4),
		.missing = chance(random, 0.8) ? 0 : vectors_random_between(random, 0, 0.4),
		.people = floor(vectors_random_count(random, fmax(methods[method].least, 1),
						     fmax(methods[method].most, 10))),
		.outside = chance(random, 0.6) ? 0 : vectors_random_between(random, 0, 0.4),
	};
}

static double level_at(struct vectors_random *random, const struct shape *shape, double place,
		       unsigned year)
{
	double level = shape->level * (1 - shape->slope * place) * (1 + shape->growth * year);

	level *= 1 + vectors_random_between(random, -1, 1) * shape->noise;
	return fmin(fmax(level, 0), 1);
}

/* numerator,denominator,value,lower,upper of a row; the counts of the total grow with it. */
static void write_cells(struct vectors_random *random, struct buffer *out,
			const struct shape *shape, double level, double people, double *events,
			double *all)
{
	double value;

	if (chance(random, shape->hidden)) {
		buffer_printf(out, "*,%.0f,*,*,*\n", people);
		return;
	}
	if (chance(random, shape->missing)) {
		buffer_add_text(out, "x,x,x,x,x\n");
		return;
	}
	if (methods[shape->method].form == FORM_GIVEN) {
		double low = methods[shape->method].least;
		double high = methods[shape->method].most;
		double half = chance(random, 0.1) ? 0 : (high - low) * 0.02 * (1 + shape->noise);

		value = low + level * (high - low);
		buffer_printf(out, "x,x,%.4f,%.4f,%.4f\n", value, value - half, value + half);
		return;
	}
	value = round(level * people * (methods[shape->method].form == FORM_SHARE ? 1 : 0.1));
	*events += value;
	*all += people;
	buffer_printf(out, "%.0f,%.0f,x,x,x\n", value, people);
}

static void write_total(struct buffer *out, const struct shape *shape, double events, double all)
{
	double low = methods[shape->method].least;
	double high = methods[shape->method].most;
	double value = low + shape->level * (high - low);

	if (methods[shape->method].form == FORM_GIVEN)
		buffer_printf(out, "x,x,%.4f,%.4f,%.4f\n", value, value - (high - low) * 0.005,
			      value + (high - low) * 0.005);
	else
		buffer_printf(out, "%.0f,%.0f,x,x,x\n", events, all);
}

/* A row of those of whom the group is not known: with their people, or with events alone, or none. */
static void write_unknown(struct vectors_random *random, struct buffer *out, const char *start,
			  const struct shape *shape, unsigned year, double *events, double *all)
{
	double outside = round(*events * shape->outside);

	if (chance(random, 0.3)) {
		buffer_add_text(out, start);
		write_cells(random, out, shape, level_at(random, shape, 0.5, year),
			    ceil(shape->people * 0.1), events, all);
	} else if (outside > 0 && chance(random, 0.5)) {
		buffer_printf(out, "%s%.0f,x,x,x,x\n", start, outside);
	}
	*events += outside;
	if (methods[shape->method].form == FORM_SHARE)
		*events = fmin(*events, *all);
}

static void write_breakdown(struct vectors_random *random, struct buffer *out, size_t number,
			    const struct shape *shape, size_t by, const char *period, unsigned year,
			    double *events, double *all)
{
	size_t count = breakdowns[by].some ? 1 + below(random, breakdowns[by].count)
					   : breakdowns[by].count;
	char unknown[100];

	for (size_t g = 0; g < count; g++) {
		double place = count > 1 ? (double)g / (double)(count - 1) : 0;

		/* A group without a row. */
		if (chance(random, 0.03))
			continue;
		buffer_printf(out, "I%zu,%s,%s,%s,", number, period, breakdowns[by].dimension,
			      breakdowns[by].groups[g]);
		write_cells(random, out, shape, level_at(random, shape, place, year),
			    ceil(shape->people * vectors_random_between(random, 0.5, 1.5)), events,
			    all);
	}
	snprintf(unknown, sizeof(unknown), "I%zu,%s,%s,unknown,", number, period,
		 breakdowns[by].dimension);
	write_unknown(random, out, unknown, shape, year, events, all);
}

/* The total is of one breakdown; of the others it may be more or less, as in files of several sources. */
static void write_period(struct vectors_random *random, struct buffer *out, size_t number,
			 const struct shape *shapes, const char *period, unsigned year)
{
	double events = 0, all = 0, ignored = 0;
	size_t first = number % BREAKDOWNS;

	for (size_t b = 0; b < BREAKDOWNS; b++) {
		size_t by = (first + b) % BREAKDOWNS;

		if (by == 6 || by == 7)
			if (number % 2 == 0)
				continue;
		write_breakdown(random, out, number, &shapes[by], by, period, year,
				b == 0 ? &events : &ignored, b == 0 ? &all : &ignored);
	}
	if (chance(random, 0.05))
		return;
	buffer_printf(out, "I%zu,%s,all,,", number, period);
	write_total(out, &shapes[first], events, all);
}

static void write_rows(struct vectors_random *random, struct buffer *out, size_t number,
		       size_t method)
{
	unsigned periods = 1 + (unsigned)below(random, 12);
	size_t form = below(random, 3);
	struct shape shapes[BREAKDOWNS];

	for (size_t b = 0; b < BREAKDOWNS; b++)
		shapes[b] = shape_of(random, method);
	for (unsigned year = 0; year < periods; year++) {
		unsigned first = 2024 - periods + year;
		char period[20];

		if (form == 0)
			snprintf(period, sizeof(period), "%u/%02u", first, (first + 1) % 100);
		else if (form == 1)
			snprintf(period, sizeof(period), "%u", first);
		else
			snprintf(period, sizeof(period), "%u-%02u", 2024, year % 12 + 1);
		write_period(random, out, number, shapes, period, year);
	}
}

struct statement_parts random_results(struct arena *arena, uint64_t seed, size_t indicators)
{
	struct vectors_random random = { .state = seed };
	struct buffer rows, list;
	struct statement_parts parts = { 0 };

	buffer_init(&rows);
	buffer_init(&list);
	buffer_add_text(
		&rows,
		"indicator,period,dimension,group,numerator,denominator,value,lower,upper\n");
	for (size_t i = 0; i < indicators; i++) {
		size_t method = below(&random, METHODS);

		write_indicator(&random, &list, i, method);
		write_rows(&random, &rows, i, method);
	}
	parts.rows = arena_strdup(arena, buffer_text(&rows));
	parts.indicators = arena_strdup(arena, buffer_text(&list));
	parts.about = "organisation='QNV' indicator='I0'";
	parts.data = seed % 2 == 0 ? NULL : "much='99.8'";
	buffer_clear(&rows);
	buffer_clear(&list);
	return parts;
}
