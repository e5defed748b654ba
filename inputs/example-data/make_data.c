/*
 * make_data.c - writes the data files of the two examples: invented figures of invented organisations.
 *
 *     make example-data
 *
 * Purpose:   figures that behave like real ones: known gradients, chance variation of the right size,
 *            totals that fit their parts, and every oddity that files have in practice.
 * How:       a table says what the level of each indicator is in each fifth in the first and the last
 *            year, how many people it is out of, and how it differs between ethnic groups, ages and
 *            sexes. Counts are drawn around that (binomial for percentages, Poisson for rates), by fifth
 *            first; their sum is the total, which is then shared out over the other breakdowns.
 * Random:    each count has a stream of its own (splitmix64), begun from a hash of its names, so that a
 *            new series leaves all others as they were.
 * Machines:  the same bytes everywhere. Streams are whole numbers; what is worked out in floating point
 *            is rounded to whole numbers or two decimals, far from where last bits could tell.
 * Files:     sheets.def says how files look, measures.def what is in them, places.def what lies where; they are
 *            parts of this one.
 * Length:    longer than other files, since it is a program of its own that one command builds.
 */
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { YEARS = 5, FIFTHS = 5, CATEGORIES = 16, BROAD = 5, BANDS = 19, AGES_MOST = 7 };
enum { GROUPS_MOST = CATEGORIES + 1, CELLS_MOST = 64 };
enum { ANSWERS = 5, MONTHS = 30, MONTH_ASKED = 17 };
enum { LAST = YEARS - 1, ANY = -1, NOT_GIVEN = -1 };

/* Another number gives other examples. */
enum { SEED = 150 };

/* -- text --------------------------------------------------------------------------------------- */

/* What a count is called, to begin its stream. */
struct name {
	char text[200];
};

__attribute__((format(printf, 1, 2))) static struct name name_of(const char *format, ...)
{
	struct name name;
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(name.text, sizeof(name.text), format, arguments);
	va_end(arguments);
	return name;
}

/* A file under way. */
struct text {
	char *bytes;
	size_t length, capacity;
};

static void text_add(struct text *text, const char *bytes, size_t length)
{
	if (text->length + length > text->capacity) {
		text->capacity = (text->length + length) * 2;
		text->bytes = realloc(text->bytes, text->capacity);
		if (text->bytes == NULL)
			abort();
	}
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
}

/* -- chance ----------------------------------------------------------------------------------- */

/* A stream of its own for every name (FNV-1a). */
static uint64_t stream_of(const char *name)
{
	uint64_t hash = 0xcbf29ce484222325u + SEED;

	for (; *name != '\0'; name++)
		hash = (hash ^ (unsigned char)*name) * 0x100000001b3u;
	return hash;
}

/* splitmix64 (Steele, Lea and Flood 2014), as a fraction in [0, 1). */
static double next_fraction(uint64_t *stream)
{
	uint64_t mixed = *stream += 0x9e3779b97f4a7c15u;

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	mixed ^= mixed >> 31;
	return (double)(mixed >> 11) * 0x1p-53;
}

/* Mean 0, variance 1, close enough to normal. */
static double next_deviate(uint64_t *stream)
{
	double sum = -6;

	for (int i = 0; i < 12; i++)
		sum += next_fraction(stream);
	return sum;
}

static long count_near(double mean, double variance, uint64_t *stream)
{
	long count = lround(mean + sqrt(variance) * next_deviate(stream));

	return count < 0 ? 0 : count;
}

/* Events at a mean: Poisson by inversion, from 30 on by its normal limit. */
static long draw_events(const char *name, double mean)
{
	uint64_t stream = stream_of(name);
	double fraction, chance, sum;
	long count = 0;

	if (mean >= 30)
		return count_near(mean, mean, &stream);
	fraction = next_fraction(&stream);
	for (chance = sum = exp(-mean); fraction > sum && count < 200; sum += chance)
		chance *= mean / (double)++count;
	return count;
}

/* How many of a number of people when each has the same chance. */
static long draw_people(const char *name, long people, double chance)
{
	uint64_t stream = stream_of(name);
	double mean = (double)people * chance;
	long count = 0;

	if (people > 400 && mean < 10)
		return draw_events(name, mean);
	if (people > 400) {
		count = count_near(mean, mean * (1 - chance), &stream);
		return count > people ? people : count;
	}
	for (long i = 0; i < people; i++)
		count += next_fraction(&stream) < chance;
	return count;
}

/* -- whole numbers that add up ---------------------------------------------------------------- */

static long sum_of(const long *parts, int count)
{
	long sum = 0;

	for (int i = 0; i < count; i++)
		sum += parts[i];
	return sum;
}

/* Changes the largest parts until they add up to total. limits may be NULL. */
static void settle(long *parts, const long *limits, int count, long total)
{
	long difference;

	while ((difference = total - sum_of(parts, count)) != 0) {
		long room = 0, step;
		int chosen = -1;

		for (int i = 0; i < count; i++) {
			long free = difference < 0   ? parts[i]
				    : limits == NULL ? difference
						     : limits[i] - parts[i];

			if (free > 0 && (chosen < 0 || parts[i] > parts[chosen])) {
				chosen = i;
				room = free;
			}
		}
		if (chosen < 0)
			return;
		step = labs(difference) < room ? labs(difference) : room;
		parts[chosen] += difference < 0 ? -step : step;
	}
}

/* Divides total by weights. */
static void divide(long total, const double *weights, int count, long *parts)
{
	double sum = 0;

	for (int i = 0; i < count; i++)
		sum += weights[i];
	for (int i = 0; i < count; i++)
		parts[i] = lround((double)total * weights[i] / sum);
	settle(parts, NULL, count, total);
}

/* Counts near what is expected, scaled to add up to total; limits are people, NULL for events. */
static void share_out(const char *name, long total, const double *expected, const long *limits,
		      int count, long *parts)
{
	double sum = 0;

	for (int i = 0; i < count; i++)
		sum += expected[i];
	for (int i = 0; i < count; i++) {
		double mean = sum == 0 ? 0 : (double)total * expected[i] / sum;
		struct name part = name_of("%s, part %d", name, i);

		if (limits == NULL)
			parts[i] = draw_events(part.text, mean);
		else if (limits[i] == 0)
			parts[i] = 0;
		else
			parts[i] = draw_people(part.text, limits[i],
					       fmin(mean / (double)limits[i], 1));
	}
	settle(parts, limits, count, total);
}

/* -- who lives there -------------------------------------------------------------------------- */

/* The five-year bands of the European Standard Population 2013, and its weights. */
static const char *const band_names[BANDS] = {
	"0-4",   "5-9",   "10-14", "15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49",
	"50-54", "55-59", "60-64", "65-69", "70-74", "75-79", "80-84", "85-89", "90+",
};
static const double standard_weights[BANDS] = {
	5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000,
	7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
};

/* The board's people in the last year, and the part of them who are female. */
static const double people_by_band[BANDS] = {
	85170,  94990,  97370, 102480, 104100, 107200, 111300, 108400, 102300, 97100,
	106200, 106400, 94300, 78200,  72100,  61300,  38600,  24100,  13400,
};
static const double female_part[BANDS] = {
	0.485, 0.486, 0.485, 0.490, 0.500, 0.505, 0.508, 0.508, 0.507, 0.506,
	0.506, 0.507, 0.508, 0.512, 0.520, 0.535, 0.560, 0.610, 0.690,
};

/*
 * How people under 20 and those of 90 are spread over fifths and ethnic categories; ages between lie
 * between. Categories: Asian (Bangladeshi, Indian, Pakistani, other), Black (African, Caribbean, other),
 * Mixed (White and Asian, and Black African, and Black Caribbean, other), White (British, Irish, other),
 * Chinese, any other.
 */
static const double young_fifths[FIFTHS] = { 92410, 75280, 64150, 57930, 50640 };
static const double old_fifths[FIFTHS] = { 14, 17, 20.5, 24, 24.5 };
static const double young_categories[CATEGORIES] = {
	7930, 12480, 31260, 8050,   10870, 2640,  2190, 8410,
	3720, 6850,  5960,  214000, 150,   20660, 160,  5080,
};
static const double old_categories[CATEGORIES] = {
	2, 10, 10, 4, 1, 4, 0.5, 0.3, 0.2, 0.4, 0.3, 935, 12, 18, 1.5, 0.8,
};

/* Of the people of the board, those in the catchment area of the trust. */
static const double CATCHMENT_PART = 0.34;

struct population {
	long all[BANDS], fifths[FIFTHS][BANDS], categories[CATEGORIES][BANDS], sexes[2][BANDS];
};

/* Between the weights of the young and of the old; old_part from 0 to 1. */
static void divide_between(long total, const double *young, const double *old, double old_part,
			   int count, long *parts)
{
	double weights[GROUPS_MOST], young_sum = 0, old_sum = 0;

	for (int i = 0; i < count; i++) {
		young_sum += young[i];
		old_sum += old[i];
	}
	for (int i = 0; i < count; i++)
		weights[i] = (1 - old_part) * young[i] / young_sum + old_part * old[i] / old_sum;
	divide(total, weights, count, parts);
}

/* part: of the people of the board, those who would come to the trust. */
static void population_fill(int year, double part, struct population *population)
{
	for (int band = 0; band < BANDS; band++) {
		double growth = band < 4 ? 0.003 : band < 15 ? 0.007 : 0.013;
		double old_part = band < 4 ? 0 : (band - 3) / 15.0;
		double sexes[2] = { female_part[band], 1 - female_part[band] };
		long all = lround(part * people_by_band[band] * (1 - growth * (LAST - year)));
		long parts[GROUPS_MOST];

		population->all[band] = all;
		divide_between(all, young_fifths, old_fifths, old_part, FIFTHS, parts);
		for (int i = 0; i < FIFTHS; i++)
			population->fifths[i][band] = parts[i];
		divide_between(all, young_categories, old_categories, old_part, CATEGORIES, parts);
		for (int i = 0; i < CATEGORIES; i++)
			population->categories[i][band] = parts[i];
		divide(all, sexes, 2, parts);
		for (int i = 0; i < 2; i++)
			population->sexes[i][band] = parts[i];
	}
}

/* -- files ------------------------------------------------------------------------------------ */

enum breakdown { TOTAL, BY_FIFTH, BY_CATEGORY, BY_AGE, BY_AGE_AND_SEX, BY_SEX, BREAKDOWNS };

/* What the body that supplies a file has done to its counts. */
enum protection {
	EXACT,
	HIDE_TO_SEVEN, /* 1 to 7 hidden */
	HIDE_TO_FOUR,  /* 0 to 4 hidden, others to the nearest 5 */
	SHOW_FIVE,     /* 1 to 7 shown as 5, others to the nearest 5 */
	NEAREST_FIVE,
};

enum sheet_number {
	NO_SHEET,
	POPULATION,
	HOSPITAL_ACTIVITY,
	WAITING_LIST,
	WAITING_TIMES,
	CHILDREN,
	ELECTIVE_RECOVERY,
	VACCINATION,
	MENTAL_HEALTH,
	TALKING_THERAPIES,
	PRIMARY_CARE,
	CANCER,
	CVDPREVENT,
	DIABETES_AUDIT,
	DIABETES_PROGRAMME,
	PLUS_GROUPS,
	MATERNITY,
	TOBACCO,
	TRUST_WAITING_LIST,
	TRUST_ADMISSIONS,
	TRUST_MATERNITY,
	TRUST_TOBACCO,
	TRUST_CATCHMENT,
	SURVEY,
	NEW_WAITS,
	TILES,
	SHEETS,
};

/*
 * How a file looks. A row is made from a template in which a capital or digit stands for a field and
 * anything else for itself: Y year, O organisation, I indicator, D dimension, G group, S sex, A age,
 * T kind of value, 1 to 4 counts, V value, L and U its limits.
 */
struct sheet {
	const char *folder, *name, *header, *row;
	const char *by[BREAKDOWNS]; /* names of the dimensions; NULL: not in the file */
	const char *all;            /* group of the total */
	const char *const *years, *const *fifths, *const *categories, *const *sexes;
	const char *age_unknown, *range; /* range: what stands between two ages */
	const char *organisation, *england;
	enum protection protection;
	const char *hidden;
	int decimals;   /* of values and limits */
	bool thousands; /* commas in counts */
	bool broad;     /* five ethnic groups and not sixteen */
	bool deciles;   /* each fifth as two tenths */
	bool packed;    /* gzip */
};

#include "sheets.def"

/* -- what is measured ------------------------------------------------------------------------- */

/* Ages: how many people and at what level, the female and the male of each age; proportions count. */
struct ages {
	int count;
	const char *names[AGES_MOST];
	double people[2 * AGES_MOST], level[2 * AGES_MOST];
};

/* The shares of records in which something is not known. */
struct unknown {
	double fifth, category, person; /* person: age and sex */
};

struct measure {
	const char *id;
	const char *label; /* its name in the file; NULL: the id */
	enum sheet_number sheet, trust_sheet;
	bool of_people; /* a part of the people: binomial; otherwise events */
	bool records;   /* those not known have a denominator too */
	double per;
	double people[FIFTHS]; /* the denominator in the last year */
	const double *size;
	double first[FIFTHS], last[FIFTHS];
	const double *path;
	double youth; /* 1: ethnic groups are spread as among the young, 0: as among the old */
	const double *ethnic;
	const struct ages *ages;
	const struct unknown *unknown;
	double england, england_level; /* so many times the people, at so many times the level */
	unsigned without;              /* bits of the years that are not there */
};

/* Rates of all ages, to be adjusted for age: events per person by band, and levels per 100,000. */
struct standardised {
	const char *id;
	double curve[BANDS];
	double first[FIFTHS], last[FIFTHS];
	const double *path, *ethnic;
	double male; /* level of males against females */
	struct unknown unknown;
};

/* Settings, not patients. */
struct settings {
	const char *id;
	enum sheet_number sheet;
	long with_service[YEARS], all;
};

/* Cells that a file has no number for; ANY stands for every year, breakdown or group. */
struct gap {
	enum sheet_number sheet;
	const char *id;
	int year, by, group;
	const char *text;
};

#include "measures.def"

/* A tile or area of a map, its people and level of need against the others; column and row from 1. */
struct neighbourhood {
	const char *name;
	int column, row;
	double people, need;
};

struct practice {
	const char *name;
	double part, level;
};

#include "places.def"

/* -- counts of one measure in one year -------------------------------------------------------- */

struct cell {
	enum breakdown by;
	int group, sex;      /* sex: of BY_AGE_AND_SEX alone */
	long events, people; /* NOT_GIVEN where nobody knows how many people there are */
};

struct tally {
	struct cell cells[CELLS_MOST];
	int count;
};

struct body {
	const char *name;
	double scale, level;
};

static void tally_add(struct tally *tally, enum breakdown by, int group, int sex, long events,
		      long people)
{
	tally->cells[tally->count++] = (struct cell){ by, group, sex, events, people };
}

static long draw(const struct measure *measure, const char *name, long people, double level)
{
	return measure->of_people ? draw_people(name, people, level)
				  : draw_events(name, (double)people * level);
}

/* The fifths decide the total. */
static void tally_fifths(const struct body *body, const struct measure *measure, int year,
			 struct tally *tally)
{
	long people[FIFTHS + 1], events[FIFTHS + 1], known_people, known_events;
	double share = measure->unknown->fifth / (1 - measure->unknown->fifth);
	struct name name;

	for (int i = 0; i < FIFTHS; i++) {
		double from = measure->first[i], to = measure->last[i];
		double level = from + (to - from) * measure->path[year];

		name = name_of("%s %s %d fifth %d", body->name, measure->id, year, i);
		people[i] = lround(measure->people[i] * measure->size[year] * body->scale);
		events[i] = draw(measure, name.text, people[i], level * body->level / measure->per);
	}
	known_people = sum_of(people, FIFTHS);
	known_events = sum_of(events, FIFTHS);
	name = name_of("%s %s %d fifth unknown", body->name, measure->id, year);
	people[FIFTHS] = measure->records ? lround((double)known_people * share) : NOT_GIVEN;
	events[FIFTHS] = measure->records ? draw(measure, name.text, people[FIFTHS],
						 (double)known_events / (double)known_people)
					  : draw_events(name.text, (double)known_events * share);
	tally->count = 0;
	tally_add(tally, TOTAL, 0, 0, known_events + events[FIFTHS],
		  known_people + (measure->records ? people[FIFTHS] : 0));
	for (int i = 0; i <= FIFTHS; i++)
		tally_add(tally, BY_FIFTH, i, 0, events[i], people[i]);
}

/* Shares the total out over groups of other kinds; the part that is not known comes last. */
static void share_total(const char *name, const struct measure *measure, struct cell total,
			const double *weights, const double *levels, int count, double unknown,
			long *events, long *people)
{
	struct name other = name_of("%s unknown", name);
	double expected[GROUPS_MOST], level = (double)total.events / (double)total.people;

	people[count] = measure->records ? lround((double)total.people * unknown) : 0;
	events[count] = measure->records ? draw(measure, other.text, people[count], level)
					 : draw_events(other.text, (double)total.events * unknown);
	divide(total.people - people[count], weights, count, people);
	for (int i = 0; i < count; i++)
		expected[i] = (double)people[i] * levels[i];
	share_out(name, total.events - events[count], expected, measure->of_people ? people : NULL,
		  count, events);
	if (!measure->records)
		people[count] = NOT_GIVEN;
}

static const int broad_ends[BROAD] = { 4, 7, 11, 14, 16 };

static void tally_categories(const struct body *body, const struct measure *measure, int year,
			     bool broad, struct tally *tally)
{
	struct name name = name_of("%s %s %d category", body->name, measure->id, year);
	long events[GROUPS_MOST], people[GROUPS_MOST];
	double weights[CATEGORIES];
	long shares[CATEGORIES];

	divide_between(100000000, young_categories, old_categories, 1 - measure->youth, CATEGORIES,
		       shares);
	for (int i = 0; i < CATEGORIES; i++)
		weights[i] = (double)shares[i];
	share_total(name.text, measure, tally->cells[0], weights, measure->ethnic, CATEGORIES,
		    measure->unknown->category, events, people);
	if (broad) {
		for (int i = 0, from = 0; i < BROAD; from = broad_ends[i++])
			tally_add(tally, BY_CATEGORY, i, 0,
				  sum_of(events + from, broad_ends[i] - from),
				  sum_of(people + from, broad_ends[i] - from));
		tally_add(tally, BY_CATEGORY, BROAD, 0, events[CATEGORIES], people[CATEGORIES]);
		return;
	}
	for (int i = 0; i <= CATEGORIES; i++)
		tally_add(tally, BY_CATEGORY, i, 0, events[i], people[i]);
}

static void tally_ages(const struct body *body, const struct measure *measure, int year,
		       struct tally *tally)
{
	struct name name = name_of("%s %s %d age", body->name, measure->id, year);
	const struct ages *ages = measure->ages;
	int count = ages->count, unknown = 2 * count;
	long events[2 * AGES_MOST + 1], people[2 * AGES_MOST + 1];
	long sex_events[2] = { 0 }, sex_people[2] = { 0 };

	share_total(name.text, measure, tally->cells[0], ages->people, ages->level, unknown,
		    measure->unknown->person, events, people);
	for (int i = 0; i < count; i++)
		tally_add(tally, BY_AGE, i, 0, events[2 * i] + events[2 * i + 1],
			  people[2 * i] + people[2 * i + 1]);
	tally_add(tally, BY_AGE, count, 0, events[unknown], people[unknown]);
	for (int i = 0; i < unknown; i++) {
		tally_add(tally, BY_AGE_AND_SEX, i / 2, i % 2, events[i], people[i]);
		sex_events[i % 2] += events[i];
		sex_people[i % 2] += people[i];
	}
	for (int i = 0; i < 2; i++)
		tally_add(tally, BY_SEX, i, i, sex_events[i], sex_people[i]);
	tally_add(tally, BY_SEX, 2, 2, events[unknown], people[unknown]);
}

static void tally_fill(const struct body *body, const struct measure *measure, int year, bool broad,
		       struct tally *tally)
{
	tally_fifths(body, measure, year, tally);
	tally_categories(body, measure, year, broad, tally);
	tally_ages(body, measure, year, tally);
}

/* England, where fifths are of one size: the total and the fifths. */
static void tally_england(const struct measure *measure, int year, struct tally *tally)
{
	struct measure england = *measure;
	const struct body body = { "England", measure->england, measure->england_level };
	double mean = 0;

	for (int i = 0; i < FIFTHS; i++)
		mean += measure->people[i] / FIFTHS;
	for (int i = 0; i < FIFTHS; i++)
		england.people[i] = (measure->people[i] + mean) / 2;
	tally_fifths(&body, &england, year, tally);
}

/* -- rows ------------------------------------------------------------------------------------- */

/* Texts of the fields of a template, by its letter. */
struct row {
	const char *fields[128];
	char texts[16][48];
	int count;
};

__attribute__((format(printf, 3, 4))) static void row_set(struct row *row, char field,
							  const char *format, ...)
{
	char *text = row->texts[row->count++];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(row->texts[0]), format, arguments);
	va_end(arguments);
	row->fields[(unsigned char)field] = text;
}

static void row_write(const struct row *row, const char *pattern, struct text *text)
{
	for (; *pattern != '\0'; pattern++) {
		const char *field = row->fields[(unsigned char)*pattern];
		bool quoted = field != NULL && strpbrk(field, ",;\"") != NULL;

		if (quoted)
			text_add(text, "\"", 1);
		text_add(text, field == NULL ? pattern : field, field == NULL ? 1 : strlen(field));
		if (quoted)
			text_add(text, "\"", 1);
	}
	text_add(text, "\n", 1);
}

static void row_set_count(struct row *row, const struct sheet *sheet, char field, long count)
{
	long shown = count;

	if (sheet->protection != EXACT && sheet->protection != HIDE_TO_SEVEN)
		shown = (count + 2) / 5 * 5;
	if (sheet->protection == SHOW_FIVE && count >= 1 && count <= 7)
		shown = 5;
	if (count == NOT_GIVEN)
		row_set(row, field, "%s", "");
	else if ((sheet->protection == HIDE_TO_SEVEN && count >= 1 && count <= 7) ||
		 (sheet->protection == HIDE_TO_FOUR && count <= 4))
		row_set(row, field, "%s", sheet->hidden);
	else if (sheet->thousands && shown >= 1000)
		row_set(row, field, "%ld,%03ld", shown / 1000, shown % 1000);
	else
		row_set(row, field, "%ld", shown);
}

/* "0-4" with what the file has between two ages. */
static void row_set_age(struct row *row, const struct sheet *sheet, char field, const char *age)
{
	size_t length = strcspn(age, "-");

	if (age[length] == '\0')
		row_set(row, field, "%s", age);
	else
		row_set(row, field, "%.*s%s%s", (int)length, age, sheet->range, age + length + 1);
}

static const char *gap_of(enum sheet_number sheet, const char *id, int year,
			  const struct cell *cell)
{
	for (size_t i = 0; i < sizeof(gaps) / sizeof(gaps[0]); i++) {
		const struct gap *gap = &gaps[i];

		if (gap->sheet == sheet && strcmp(gap->id, id) == 0 &&
		    (gap->year == ANY || gap->year == year) &&
		    (gap->by == ANY || gap->by == (int)cell->by) &&
		    (gap->group == ANY || gap->group == cell->group))
			return gap->text;
	}
	return NULL;
}

static void row_set_cell(struct row *row, const struct sheet *sheet, const struct ages *ages,
			 const struct cell *cell)
{
	row->fields['D'] = sheet->by[cell->by];
	row->fields['S'] = sheet->sexes[3];
	switch (cell->by) {
	case TOTAL:
		row->fields['G'] = sheet->all;
		break;
	case BY_FIFTH:
		row->fields['G'] = sheet->fifths[cell->group];
		break;
	case BY_CATEGORY:
		row->fields['G'] = sheet->categories[cell->group];
		break;
	case BY_AGE_AND_SEX:
		row->fields['S'] = sheet->sexes[cell->sex];
		row_set_age(row, sheet, 'G', ages->names[cell->group]);
		break;
	case BY_AGE:
		if (cell->group < ages->count)
			row_set_age(row, sheet, 'G', ages->names[cell->group]);
		else
			row->fields['G'] = sheet->age_unknown;
		break;
	case BY_SEX:
		row->fields['G'] = sheet->sexes[cell->group];
		break;
	case BREAKDOWNS:
		break;
	}
}

static void row_set_percentage(struct row *row, const struct sheet *sheet, char field,
			       double percentage)
{
	row_set(row, field, "%.*f", sheet->decimals, fmin(fmax(percentage, 0), 100));
}

/* Percentage with Wilson's limits, moved a little where a published one is adjusted. */
static void row_set_values(struct row *row, const struct sheet *sheet, const struct cell *cell,
			   double shift)
{
	double z = 1.959963984540054, n = (double)cell->people, x = (double)cell->events;
	double middle = (2 * x + z * z) / (2 * (n + z * z));
	double half = z * sqrt(z * z + 4 * x * (1 - x / n)) / (2 * (n + z * z));

	row_set_percentage(row, sheet, 'V', 100 * x / n + shift);
	row_set_percentage(row, sheet, 'L', 100 * (middle - half) + shift);
	row_set_percentage(row, sheet, 'U', 100 * (middle + half) + shift);
}

struct place {
	enum sheet_number sheet;
	int year;
	const char *organisation;
};

static void write_cell(struct text *texts, struct place place, const struct measure *measure,
		       const struct cell *cell)
{
	const struct sheet *sheet = &sheets[place.sheet];
	const char *gap = gap_of(place.sheet, measure->id, place.year, cell);
	struct row row = { 0 };
	struct name name = name_of("%s %s %d %d %d shift", place.organisation, measure->id,
				   place.year, (int)cell->by, cell->group);
	uint64_t stream = stream_of(name.text);

	if (strcmp(place.organisation, "E92000001") == 0)
		gap = NULL;
	row.fields['O'] = place.organisation;
	row.fields['Y'] = sheet->years[place.year];
	row.fields['I'] = measure->label != NULL ? measure->label : measure->id;
	row.fields['T'] = "Crude percentage";
	row_set_cell(&row, sheet, measure->ages, cell);
	row_set_count(&row, sheet, '1', cell->events);
	row_set_count(&row, sheet, '2', cell->people);
	if (sheet->decimals > 0)
		row_set_values(&row, sheet, cell,
			       place.sheet == CANCER ? next_fraction(&stream) - 0.5 : 0);
	for (const char *field = "12VLU"; gap != NULL && *field != '\0'; field++)
		row.fields[(unsigned char)*field] = gap;
	row_write(&row, sheet->row, &texts[place.sheet]);
	if (place.sheet != CVDPREVENT || cell->by > BY_FIFTH)
		return;
	/* What a spec has to filter out. */
	row.fields['T'] = "Age-standardised percentage";
	row_set_values(&row, sheet, cell, -1.3);
	row_write(&row, sheet->row, &texts[place.sheet]);
}

/* A fifth as the two tenths it is made of, or not known for two reasons. */
static void write_tenths(struct text *texts, struct place place, const struct measure *measure,
			 const struct cell *cell)
{
	const struct sheet *sheet = &sheets[place.sheet];
	long people = cell->people * 53 / 100, events = cell->events * 54 / 100;

	for (int i = 0; i < 2; i++) {
		struct row row = { 0 };

		row.fields['O'] = place.organisation;
		row.fields['Y'] = sheet->years[place.year];
		row.fields['I'] = measure->id;
		row.fields['D'] = sheet->by[BY_FIFTH];
		row.fields['G'] = tenth_names[2 * cell->group + i];
		row_set_count(&row, sheet, '1', i == 0 ? events : cell->events - events);
		row_set_count(&row, sheet, '2', i == 0 ? people : cell->people - people);
		row_write(&row, sheet->row, &texts[place.sheet]);
	}
}

static void write_tally(struct text *texts, struct place place, const struct measure *measure,
			const struct tally *tally)
{
	const struct sheet *sheet = &sheets[place.sheet];

	for (int i = 0; i < tally->count; i++) {
		const struct cell *cell = &tally->cells[i];

		if (sheet->by[cell->by] == NULL || cell->people == 0 ||
		    (cell->by == BY_AGE_AND_SEX && strchr(sheet->row, 'S') == NULL))
			continue;
		if (sheet->deciles && cell->by == BY_FIFTH)
			write_tenths(texts, place, measure, cell);
		else
			write_cell(texts, place, measure, cell);
	}
}

static const struct body bodies[] = {
	{ "North Vale", 1, 1 },
	{ "North Vale University Hospitals", 0.34, 1.03 },
};

/* Other boards of the region, whose totals the screening service returns too: their codes, sizes and levels. */
static const struct peer {
	const char *code;
	struct body body;
} peers[] = {
	{ "QN2", { "East Vale", 0.52, 1.03 } },  { "QN3", { "South Vale", 1.19, 0.97 } },
	{ "QN4", { "West Vale", 0.72, 1.08 } },  { "QN5", { "Lower Dale", 0.40, 0.88 } },
	{ "QN6", { "Upper Dale", 0.33, 1.01 } }, { "QN7", { "High Moor", 0.20, 0.95 } },
	{ "QN8", { "Riverbank", 1.00, 1.14 } },  { "QN9", { "Coldmere", 0.58, 1.00 } },
};

static void write_peers(struct text *texts, struct place place, const struct measure *measure)
{
	struct tally tally;

	for (size_t i = 0; i < sizeof(peers) / sizeof(peers[0]); i++) {
		place.organisation = peers[i].code;
		tally_fifths(&peers[i].body, measure, place.year, &tally);
		write_cell(texts, place, measure, &tally.cells[0]);
	}
}

static void write_measure(struct text *texts, const struct measure *measure)
{
	const enum sheet_number homes[] = { measure->sheet, measure->trust_sheet };

	for (int i = 0; i < 2; i++)
		for (int year = 0; year < YEARS; year++) {
			struct place place = { homes[i], year, sheets[homes[i]].organisation };
			struct tally tally;

			if (homes[i] == NO_SHEET || (measure->without >> year & 1) != 0)
				continue;
			tally_fill(&bodies[i], measure, year, sheets[homes[i]].broad, &tally);
			write_tally(texts, place, measure, &tally);
			if (i > 0 || measure->england == 0)
				continue;
			tally_england(measure, year, &tally);
			place.organisation = sheets[homes[i]].england;
			write_tally(texts, place, measure, &tally);
			if (homes[i] == PLUS_GROUPS)
				write_peers(texts, place, measure);
		}
}

/* -- the waiting list ------------------------------------------------------------------------- */

/* The board's in one wide row for each group. */
static void write_wide_list(struct text *texts, int year)
{
	const struct sheet *sheet = &sheets[WAITING_LIST];
	struct tally tallies[3];

	for (int i = 0; i < 3; i++)
		tally_fill(&bodies[0], &waits[i], year, false, &tallies[i]);
	for (int i = 0; i < tallies[0].count; i++) {
		struct row row = { 0 };

		row.fields['Y'] = sheet->years[year];
		row.fields['O'] = sheet->organisation;
		row_set_cell(&row, sheet, &ages_list, &tallies[0].cells[i]);
		row_set_count(&row, sheet, '1', tallies[0].cells[i].people);
		for (int j = 0; j < 3; j++)
			row_set_count(&row, sheet, (char)('2' + j), tallies[j].cells[i].events);
		row_write(&row, sheet->row, &texts[WAITING_LIST]);
	}
}

/* Of one group of the list: those in each class of weeks, which add up to what is over 18, 52 and 65 weeks. */
static void divide_weeks(const char *name, const struct cell *over_18, long over_52, long over_65,
			 long *classes)
{
	struct name early = name_of("%s up to 18", name), late = name_of("%s over 18", name);
	long under[WEEKS_UNDER_18], over[WEEKS_OVER_18];

	share_out(early.text, over_18->people - over_18->events, weeks_under_18, NULL,
		  WEEKS_UNDER_18, under);
	share_out(late.text, over_18->events - over_52, weeks_over_18, NULL, WEEKS_OVER_18, over);
	/* The class of 16 to 20 weeks has waits on both sides of 18. */
	for (int i = 0; i < WEEK_CLASSES - 2; i++)
		classes[i] = (i < WEEKS_UNDER_18 ? under[i] : 0) +
			     (i >= WEEKS_UNDER_18 - 1 ? over[i - WEEKS_UNDER_18 + 1] : 0);
	classes[WEEK_CLASSES - 2] = over_52 - over_65;
	classes[WEEK_CLASSES - 1] = over_65;
}

static void write_weeks(struct text *texts, const struct cell *cell, long people,
			const long *classes)
{
	const struct sheet *sheet = &sheets[WAITING_TIMES];

	for (int i = 0; i < WEEK_CLASSES; i++) {
		struct row row = { 0 };

		row.fields['Y'] = sheet->years[LAST];
		row.fields['O'] = sheet->organisation;
		row.fields['I'] = week_classes[i];
		row_set_cell(&row, sheet, &ages_list, cell);
		row_set_count(&row, sheet, '1', classes[i]);
		row_set_count(&row, sheet, '2', people);
		row_write(&row, sheet->row, &texts[WAITING_TIMES]);
	}
}

/* Weeks waited on the last census date, by fifth. The total is the sum of the fifths and of those not known. */
static void write_waiting_times(struct text *texts)
{
	long all[WEEK_CLASSES] = { 0 }, groups[FIFTHS + 1][WEEK_CLASSES];
	struct tally tallies[3];

	for (int i = 0; i < 3; i++)
		tally_fill(&bodies[0], &waits[i], LAST, false, &tallies[i]);
	for (int i = 0; i <= FIFTHS; i++) {
		const int at = 1 + i;
		struct name name = name_of("waiting times %d", i);

		divide_weeks(name.text, &tallies[0].cells[at], tallies[1].cells[at].events,
			     tallies[2].cells[at].events, groups[i]);
		for (int j = 0; j < WEEK_CLASSES; j++)
			all[j] += groups[i][j];
	}
	write_weeks(texts, &tallies[0].cells[0], tallies[0].cells[0].people, all);
	for (int i = 0; i <= FIFTHS; i++)
		write_weeks(texts, &tallies[0].cells[1 + i], tallies[0].cells[1 + i].people,
			    groups[i]);
}

/* The trust's with a row for each number. */
static void write_long_list(struct text *texts, int year)
{
	struct place place = { TRUST_WAITING_LIST, year, sheets[TRUST_WAITING_LIST].organisation };
	struct measure all = waits[0];

	all.id = "ER01";
	for (int i = -1; i < 3; i++) {
		const struct measure *measure = i < 0 ? &all : &waits[i];
		struct tally tally;

		tally_fill(&bodies[1], measure, year, false, &tally);
		for (int j = 0; i < 0 && j < tally.count; j++) {
			tally.cells[j].events = tally.cells[j].people;
			tally.cells[j].people = NOT_GIVEN;
		}
		write_tally(texts, place, measure, &tally);
	}
}

/* -- rates to be adjusted for age ------------------------------------------------------------- */

/* Events by band: of everybody, and of the groups of each breakdown with those not known last. */
struct activity {
	long all[BANDS];
	long fifths[FIFTHS + 1][BANDS], categories[CATEGORIES + 1][BANDS], sexes[3][BANDS];
};

/* The rate of the curve, adjusted for age. */
static double standard_level(const double *curve)
{
	double sum = 0, weights = 0;

	for (int band = 0; band < BANDS; band++) {
		sum += standard_weights[band] * curve[band];
		weights += standard_weights[band];
	}
	return sum / weights;
}

/* One band of a breakdown whose total is known. */
static void share_band(const char *name, long total, const long (*people)[BANDS],
		       const double *levels, int count, double unknown, int band,
		       long (*groups)[BANDS])
{
	struct name other = name_of("%s unknown", name);
	long not_known = draw_events(other.text, (double)total * unknown), events[GROUPS_MOST];
	double expected[GROUPS_MOST];

	if (not_known > total)
		not_known = total;
	for (int i = 0; i < count; i++)
		expected[i] = (double)people[i][band] * levels[i];
	share_out(name, total - not_known, expected, NULL, count, events);
	for (int i = 0; i < count; i++)
		groups[i][band] = events[i];
	groups[count][band] = not_known;
}

static void activity_fill(const struct standardised *rate, const struct population *population,
			  int year, struct activity *activity)
{
	const double sexes[2] = { 1, rate->male };
	double unknown = rate->unknown.fifth / (1 - rate->unknown.fifth);

	for (int band = 0; band < BANDS; band++) {
		long *total = &activity->all[band];
		struct name name;

		*total = 0;
		for (int i = 0; i < FIFTHS; i++) {
			double from = rate->first[i], to = rate->last[i];
			double level = (from + (to - from) * rate->path[year]) / 100000;

			name = name_of("%s %d fifth %d band %d", rate->id, year, i, band);
			activity->fifths[i][band] = draw_events(
				name.text, (double)population->fifths[i][band] * level *
						   rate->curve[band] / standard_level(rate->curve));
			*total += activity->fifths[i][band];
		}
		name = name_of("%s %d fifth unknown band %d", rate->id, year, band);
		activity->fifths[FIFTHS][band] = draw_events(name.text, (double)*total * unknown);
		*total += activity->fifths[FIFTHS][band];
		name = name_of("%s %d category band %d", rate->id, year, band);
		share_band(name.text, *total, population->categories, rate->ethnic, CATEGORIES,
			   rate->unknown.category, band, activity->categories);
		name = name_of("%s %d sex band %d", rate->id, year, band);
		share_band(name.text, *total, population->sexes, sexes, 2, rate->unknown.person,
			   band, activity->sexes);
	}
}

/* All ages together, then the bands that anybody is in. */
static void write_bands(struct text *texts, struct place place, const char *id, struct cell cell,
			const long *events, bool bands)
{
	const struct sheet *sheet = &sheets[place.sheet];

	for (int band = -1; band < (bands ? BANDS : 0); band++) {
		long count = band < 0 ? sum_of(events, BANDS) : events[band];
		struct row row = { 0 };

		if (band >= 0 && count == 0)
			continue;
		row.fields['I'] = id;
		row.fields['Y'] = sheet->years[place.year];
		row.fields['O'] = sheet->organisation;
		row_set_cell(&row, sheet, NULL, &cell);
		if (band < 0)
			row.fields['A'] = "all";
		else
			row_set_age(&row, sheet, 'A', band_names[band]);
		row_set_count(&row, sheet, '1', count);
		row_write(&row, sheet->row, &texts[place.sheet]);
	}
}

static void write_activity(struct text *texts, const struct standardised *rate)
{
	for (int year = 0; year < YEARS; year++) {
		struct place place = { HOSPITAL_ACTIVITY, year, NULL };
		struct cell cell = { TOTAL, 0, 0, 0, 0 };
		struct population population;
		struct activity activity;

		population_fill(year, 1, &population);
		activity_fill(rate, &population, year, &activity);
		write_bands(texts, place, rate->id, cell, activity.all, true);
		cell.by = BY_FIFTH;
		for (cell.group = 0; cell.group <= FIFTHS; cell.group++)
			write_bands(texts, place, rate->id, cell, activity.fifths[cell.group],
				    cell.group < FIFTHS);
		cell.by = BY_CATEGORY;
		for (cell.group = 0; cell.group <= CATEGORIES; cell.group++)
			write_bands(texts, place, rate->id, cell, activity.categories[cell.group],
				    cell.group < CATEGORIES);
		cell.by = BY_SEX;
		for (cell.group = 0; cell.group <= 2; cell.group++)
			write_bands(texts, place, rate->id, cell, activity.sexes[cell.group],
				    cell.group < 2);
	}
}

static void write_population(struct text *texts, enum sheet_number sheet, double part)
{
	for (int year = 0; year < YEARS; year++) {
		struct place place = { sheet, year, NULL };
		struct cell cell = { TOTAL, 0, 0, 0, 0 };
		struct population population;

		population_fill(year, part, &population);
		write_bands(texts, place, "", cell, population.all, true);
		cell.by = BY_FIFTH;
		for (cell.group = 0; cell.group < FIFTHS; cell.group++)
			write_bands(texts, place, "", cell, population.fifths[cell.group], true);
		cell.by = BY_CATEGORY;
		for (cell.group = 0; cell.group < CATEGORIES; cell.group++)
			write_bands(texts, place, "", cell, population.categories[cell.group],
				    true);
		cell.by = BY_SEX;
		for (cell.group = 0; cell.group < 2; cell.group++)
			write_bands(texts, place, "", cell, population.sexes[cell.group], true);
	}
}

/* -- settings --------------------------------------------------------------------------------- */

static void write_settings(struct text *texts, const struct settings *of)
{
	const struct measure measure = { .id = of->id };

	for (int year = 0; year < YEARS; year++) {
		struct place place = { of->sheet, year, sheets[of->sheet].organisation };
		struct tally tally = { 0 };

		tally_add(&tally, TOTAL, 0, 0, of->with_service[year], of->all);
		for (int i = 0; i < FIFTHS && of->sheet == TOBACCO; i++)
			tally_add(&tally, BY_FIFTH, i, 0, NOT_GIVEN, NOT_GIVEN);
		write_tally(texts, place, &measure, &tally);
	}
}

/* -- neighbourhoods, answers, months --------------------------------------------------------- */

enum {
	NEIGHBOURHOODS = sizeof(neighbourhoods) / sizeof(neighbourhoods[0]),
	PRACTICES = sizeof(practices) / sizeof(practices[0]),
	PLACES_MOST = NEIGHBOURHOODS * PRACTICES,
};

static struct cell total_of(const struct measure *measure)
{
	struct tally tally;

	tally_fifths(&bodies[0], measure, LAST, &tally);
	return tally.cells[0];
}

static void write_place(struct text *texts, const struct measure *measure, const char *dimension,
			const char *name, long events, long people)
{
	const struct sheet *sheet = &sheets[measure->sheet];
	struct row row = { 0 };

	row.fields['O'] = sheet->organisation;
	row.fields['Y'] = sheet->years[LAST];
	row.fields['I'] = measure->id;
	row.fields['D'] = dimension;
	row.fields['G'] = name;
	row.fields['S'] = sheet->sexes[3];
	row_set_count(&row, sheet, '1', events);
	row_set_count(&row, sheet, '2', people);
	row_write(&row, sheet->row, &texts[measure->sheet]);
}

/* Events among the children of each neighbourhood. */
static void write_neighbourhoods(struct text *texts, const struct measure *measure)
{
	double weights[NEIGHBOURHOODS], expected[NEIGHBOURHOODS];
	long people[NEIGHBOURHOODS], events[NEIGHBOURHOODS];
	struct cell total = total_of(measure);
	struct name name = name_of("%s neighbourhoods", measure->id);

	for (int i = 0; i < NEIGHBOURHOODS; i++)
		weights[i] = neighbourhoods[i].people;
	divide(total.people, weights, NEIGHBOURHOODS, people);
	for (int i = 0; i < NEIGHBOURHOODS; i++)
		expected[i] = (double)people[i] * neighbourhoods[i].need;
	share_out(name.text, total.events, expected, NULL, NEIGHBOURHOODS, events);
	for (int i = 0; i < NEIGHBOURHOODS; i++)
		write_place(texts, measure, "neighbourhood", neighbourhoods[i].name, events[i],
			    people[i]);
}

/* How far a practice is from what its neighbourhood is like: most a little, one in nine a lot. */
static double own_level(const char *name, int number)
{
	uint64_t stream = stream_of(name);

	return 1 + 0.03 * next_deviate(&stream) +
	       (number % 18 == 4   ? 0.22
		: number % 18 == 9 ? -0.3
				   : 0);
}

/* A part of the people of each practice, and of its neighbourhood, which is all of its practices. */
static void write_practices(struct text *texts, const struct measure *measure)
{
	double weights[PLACES_MOST], expected[PLACES_MOST];
	long people[PLACES_MOST], events[PLACES_MOST];
	struct name names[PLACES_MOST], shares = name_of("%s practices", measure->id);
	struct cell total = total_of(measure);

	for (int i = 0; i < PLACES_MOST; i++) {
		const struct neighbourhood *place = &neighbourhoods[i / PRACTICES];
		const struct practice *practice = &practices[i % PRACTICES];

		names[i] = name_of("%s %s", place->name, practice->name);
		weights[i] = (0.4 + place->people * place->need) * practice->part;
	}
	divide(total.people, weights, PLACES_MOST, people);
	for (int i = 0; i < PLACES_MOST; i++)
		expected[i] = (double)people[i] * (1.3 - 0.1 * neighbourhoods[i / PRACTICES].need) *
			      practices[i % PRACTICES].level * own_level(names[i].text, i);
	share_out(shares.text, total.events, expected, people, PLACES_MOST, events);
	for (int i = 0; i < PLACES_MOST; i++)
		write_place(texts, measure, "practice", names[i].text, events[i], people[i]);
	for (int i = 0; i < NEIGHBOURHOODS; i++)
		write_place(texts, measure, "neighbourhood", neighbourhoods[i].name,
			    sum_of(&events[i * PRACTICES], PRACTICES),
			    sum_of(&people[i * PRACTICES], PRACTICES));
}

static void write_places(struct text *texts)
{
	for (size_t i = 0; i < sizeof(measures) / sizeof(measures[0]); i++) {
		if (strcmp(measures[i].id, "OH01") == 0)
			write_neighbourhoods(texts, &measures[i]);
		if (strcmp(measures[i].id, "MH01") == 0)
			write_practices(texts, &measures[i]);
	}
	for (int i = 0; i < NEIGHBOURHOODS; i++) {
		struct row row = { 0 };

		row.fields['G'] = neighbourhoods[i].name;
		row_set(&row, '1', "%d", neighbourhoods[i].column);
		row_set(&row, '2', "%d", neighbourhoods[i].row);
		row_write(&row, sheets[TILES].row, &texts[TILES]);
	}
}

static void write_answers(struct text *texts, const char *dimension, const char *group,
			  const long *answers)
{
	const struct sheet *sheet = &sheets[SURVEY];

	for (int i = 0; i < ANSWERS; i++) {
		struct row row = { 0 };

		row.fields['O'] = sheet->organisation;
		row.fields['Y'] = sheet->years[LAST];
		row.fields['I'] = answer_names[i];
		row.fields['D'] = dimension;
		row.fields['G'] = group;
		row_set_count(&row, sheet, '1', answers[i]);
		row_set_count(&row, sheet, '2', sum_of(answers, ANSWERS));
		row_write(&row, sheet->row, &texts[SURVEY]);
	}
}

static void write_survey(struct text *texts)
{
	const struct sheet *sheet = &sheets[SURVEY];
	long answers[FIFTHS][ANSWERS], all[ANSWERS] = { 0 };

	for (int i = 0; i < FIFTHS; i++) {
		struct name name = name_of("survey fifth %d", i);

		share_out(name.text, people_asked[i], answer_weights[i], NULL, ANSWERS, answers[i]);
		for (int j = 0; j < ANSWERS; j++)
			all[j] += answers[i][j];
	}
	write_answers(texts, sheet->by[TOTAL], sheet->all, all);
	for (int i = 0; i < FIFTHS; i++)
		write_answers(texts, sheet->by[BY_FIFTH], sheet->fifths[i], answers[i]);
}

/* October 2022 to March 2025. */
static void write_new_waits(struct text *texts)
{
	const struct sheet *sheet = &sheets[NEW_WAITS];

	for (int i = 0; i < MONTHS; i++) {
		struct name name = name_of("new waits %d", i), part = name_of("recorded %d", i);
		uint64_t stream = stream_of(name.text), other = stream_of(part.text);
		double level = i < MONTH_ASKED ? recorded_before : recorded_after;
		long waits = lround(14200 + 60 * i + 420 * next_deviate(&stream));
		struct row row = { 0 };

		row.fields['O'] = sheet->organisation;
		row_set(&row, 'Y', "%d-%02d", 2022 + (9 + i) / 12, (9 + i) % 12 + 1);
		row_set_count(&row, sheet, '1',
			      lround((double)waits * (level + 0.006 * next_deviate(&other))));
		row_set_count(&row, sheet, '2', waits);
		row_write(&row, sheet->row, &texts[NEW_WAITS]);
	}
}

/* -- outlines -------------------------------------------------------------------------------- */

/*
 * Outlines of the neighbourhoods, for a map: a grid whose corners are moved and whose edges wander. An edge begins and
 * ends at the same corners for both that it parts, so that no gap is between them. Metres of the national grid.
 */
enum { STEPS = 8, SIDES = 4, CELL_METRES = 6000, EAST = 412000, NORTH = 478000 };

struct point {
	double x, y;
};

static struct point corner(int column, int row)
{
	struct name name = name_of("corner %d %d", column, row);
	uint64_t stream = stream_of(name.text);
	double x = next_fraction(&stream) - 0.5, y = next_fraction(&stream) - 0.5;

	return (struct point){ EAST + CELL_METRES * (column + 0.44 * x),
			       NORTH - CELL_METRES * (row + 0.44 * y) };
}

/* Points of the edge between two corners, the first of them included; by halves, each moved aside. */
static void edge(struct point from, struct point to, const char *name, struct point *points,
		 int count)
{
	uint64_t stream = stream_of(name);
	double aside = 0.16 * (next_fraction(&stream) - 0.5);
	struct point middle = { (from.x + to.x) / 2 + aside * (to.y - from.y),
				(from.y + to.y) / 2 - aside * (to.x - from.x) };
	struct name first = name_of("%.150s a", name), second = name_of("%.150s b", name);

	if (count == 1) {
		points[0] = from;
		return;
	}
	edge(from, middle, first.text, points, count / 2);
	edge(middle, to, second.text, points + count / 2, count / 2);
}

/* Counterclockwise on the map, as RFC 7946 has it: down, to the right, up, to the left. */
static void outline(const struct neighbourhood *place, struct point *points)
{
	static const int corners[SIDES + 1][2] = {
		{ 0, 0 }, { 0, 1 }, { 1, 1 }, { 1, 0 }, { 0, 0 }
	};

	for (int side = 0; side < SIDES; side++) {
		int from[2], to[2];
		bool turned = side >= SIDES / 2;
		struct point *to_fill = points + side * STEPS, along[STEPS];

		for (int i = 0; i < 2; i++) {
			int offset = i == 0 ? place->column : place->row;

			from[i] = offset + corners[side + turned][i];
			to[i] = offset + corners[side + !turned][i];
		}
		edge(corner(from[0], from[1]), corner(to[0], to[1]),
		     name_of("edge %d %d %d %d", from[0], from[1], to[0], to[1]).text, along,
		     STEPS);
		/* Each edge is made from its left or upper end. */
		to_fill[0] = turned ? corner(to[0], to[1]) : along[0];
		for (int i = 1; i < STEPS; i++)
			to_fill[i] = along[turned ? STEPS - i : i];
	}
}

static bool save_outlines(const char *inputs)
{
	char path[1024];
	FILE *file;

	snprintf(path, sizeof(path), "%s/example-icb/data/neighbourhoods.geojson", inputs);
	file = fopen(path, "wb");
	if (file == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return false;
	}
	fprintf(file, "{\"type\":\"FeatureCollection\",\"features\":[\n");
	for (int i = 0; i < NEIGHBOURHOODS; i++) {
		struct point points[SIDES * STEPS];

		outline(&neighbourhoods[i], points);
		fprintf(file,
			"{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[",
			neighbourhoods[i].name);
		for (int j = 0; j <= SIDES * STEPS; j++)
			fprintf(file, "%s[%ld,%ld]", j == 0 ? "" : ",",
				lround(points[j % (SIDES * STEPS)].x / 10) * 10,
				lround(points[j % (SIDES * STEPS)].y / 10) * 10);
		fprintf(file, "]]}}%s\n", i + 1 < NEIGHBOURHOODS ? "," : "");
	}
	fprintf(file, "]}\n");
	return fclose(file) == 0;
}

/* -- to disk ---------------------------------------------------------------------------------- */

static void number_add(struct text *text, uint32_t number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		text_add(text, &(char){ (char)(number >> 8 * i & 0xff) }, 1);
}

/* The checksum of gzip (RFC 1952), bit by bit. */
static uint32_t checksum(const struct text *text)
{
	uint32_t sum = 0xffffffff;

	for (size_t i = 0; i < text->length; i++) {
		sum ^= (unsigned char)text->bytes[i];
		for (int bit = 0; bit < 8; bit++)
			sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum;
}

/* A gzip file whose blocks are stored as they are, so that no library is needed. */
static struct text packed(const struct text *text)
{
	static const char head[] = { 0x1f, (char)0x8b, 8, 0, 0, 0, 0, 0, 0, (char)0xff };
	struct text out = { 0 };
	size_t at = 0, length;

	text_add(&out, head, sizeof(head));
	do {
		length = text->length - at < 0xffff ? text->length - at : 0xffff;
		number_add(&out, at + length == text->length, 1);
		number_add(&out, (uint32_t)length, 2);
		number_add(&out, ~(uint32_t)length, 2);
		text_add(&out, text->bytes + at, length);
		at += length;
	} while (at < text->length);
	number_add(&out, checksum(text), 4);
	number_add(&out, (uint32_t)text->length, 4);
	return out;
}

static bool save(const char *inputs, const struct sheet *sheet, const struct text *text)
{
	struct text bytes = sheet->packed ? packed(text) : *text;
	char path[1024];
	FILE *file;
	bool saved;

	snprintf(path, sizeof(path), "%s/%s/data/%s.csv%s", inputs, sheet->folder, sheet->name,
		 sheet->packed ? ".gz" : "");
	file = fopen(path, "wb");
	saved = file != NULL && fwrite(bytes.bytes, 1, bytes.length, file) == bytes.length;
	if (file != NULL)
		saved = fclose(file) == 0 && saved;
	if (!saved)
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
	if (sheet->packed)
		free(bytes.bytes);
	return saved;
}

int main(int argc, char **argv)
{
	struct text texts[SHEETS] = { 0 };
	bool saved = true;

	if (argc != 2) {
		fprintf(stderr, "usage: make_data FOLDER, the folder inputs of the repository\n");
		return 2;
	}
	for (int i = NO_SHEET + 1; i < SHEETS; i++) {
		text_add(&texts[i], sheets[i].header, strlen(sheets[i].header));
		text_add(&texts[i], "\n", 1);
	}
	write_population(texts, POPULATION, 1);
	write_population(texts, TRUST_CATCHMENT, CATCHMENT_PART);
	for (size_t i = 0; i < sizeof(standardised) / sizeof(standardised[0]); i++)
		write_activity(texts, &standardised[i]);
	for (int year = 0; year < YEARS; year++) {
		write_wide_list(texts, year);
		write_long_list(texts, year);
	}
	write_waiting_times(texts);
	for (size_t i = 0; i < sizeof(measures) / sizeof(measures[0]); i++)
		write_measure(texts, &measures[i]);
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		write_settings(texts, &settings[i]);
	write_places(texts);
	write_survey(texts);
	write_new_waits(texts);
	saved = save_outlines(argv[1]);
	for (int i = NO_SHEET + 1; i < SHEETS; i++) {
		saved = save(argv[1], &sheets[i], &texts[i]) && saved;
		free(texts[i].bytes);
	}
	return saved ? 0 : 1;
}
