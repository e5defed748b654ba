#include "support/records_random.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

#define PICK(seed, list) (list)[random_below(seed, sizeof(list) / sizeof((list)[0]))]

enum column { PERSON, AGE, BORN, SEEN, CODE, WEEKS, SEX, NOTE, LONG_ID, COLUMNS };

static const char *const names[COLUMNS] = { "person", "age",      "born", "seen",   "code",
					    "weeks",  "s\u00e9x", "note", "long id" };

uint64_t random_next(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

unsigned random_below(uint64_t *seed, unsigned most)
{
	return (unsigned)((random_next(seed) >> 32) * most >> 32);
}

/* -- files ------------------------------------------------------------------------------------------------ */

static const char *day(struct arena *arena, uint64_t *seed, unsigned form)
{
	static const char *const none[] = { "",           " ",          "-",
					    "2024-02-30", "31/02/2024", "20241301",
					    "yesterday",  "2024-1-05",  "0000-00-00" };
	static const char *const times[] = { " 00:00:00", "T12:30:00.000Z", " noon", " " };
	unsigned year = 1950 + random_below(seed, 80), month = 1 + random_below(seed, 12);
	unsigned date = 1 + random_below(seed, 29);

	if (random_below(seed, 12) == 0)
		return PICK(seed, none);
	if (random_below(seed, 12) == 0)
		return arena_printf(arena, "%u-%02u-%02u%s", year, month, date, PICK(seed, times));
	if (form == DATE_FORM_ISO)
		return arena_printf(arena, "%u-%02u-%02u", year, month, date);
	if (form == DATE_FORM_DAY_FIRST)
		return arena_printf(arena, "%02u/%02u/%u", date, month, year);
	return arena_printf(arena, "%u%02u%02u", year, month, date);
}

static const char *number(struct arena *arena, uint64_t *seed)
{
	static const char *const odd[] = { "",
					   "NULL",
					   "-1",
					   "130",
					   "1e3",
					   "12.",
					   ".5",
					   "+7",
					   "-0.5",
					   "1,000",
					   "7 ",
					   "007",
					   "x",
					   "1.1234567",
					   "123456789012",
					   "1234567890123",
					   "0.000001",
					   "-",
					   "--1",
					   "1.5.2",
					   "\u2212"
					   "3" };

	if (random_below(seed, 5) == 0)
		return PICK(seed, odd);
	if (random_below(seed, 3) == 0)
		return arena_printf(arena, "%u.%u", random_below(seed, 60),
				    random_below(seed, 100));
	return arena_printf(arena, "%u", random_below(seed, 110));
}

static const char *cell_text(struct arena *arena, uint64_t *seed, enum column column, unsigned form)
{
	static const char *const codes[] = { "A01",
					     "A011",
					     "B20",
					     "I10X",
					     "I219",
					     "a01",
					     "J45",
					     "",
					     "?",
					     "Z99 ",
					     "\u00c9"
					     "1",
					     "K35.8" };
	static const char *const sexes[] = { "1", "2", "F", "M", " F", "M ", "9", "", "\u2640" };
	static const char *const notes[] = { "",
					     "plain",
					     "two words",
					     "a \"word\" of it",
					     "\"",
					     "\"\"",
					     "line\nend",
					     "both\r\nends",
					     "old\rend",
					     "comma, semi; | tab\t",
					     "\u00fcml\u00e4ut",
					     "code",
					     "\"\n\"" };

	switch (column) {
	case PERSON:
		return random_below(seed, 15) == 0
			       ? ""
			       : arena_printf(arena, "P%03u", random_below(seed, 200));
	case LONG_ID:
		return arena_printf(arena, "%s%024u", random_below(seed, 2) ? "x" : "",
				    random_below(seed, 50));
	case AGE:
	case WEEKS:
		return number(arena, seed);
	case BORN:
	case SEEN:
		return day(arena, seed, form);
	case CODE:
		return PICK(seed, codes);
	case SEX:
		return PICK(seed, sexes);
	case NOTE:
	case COLUMNS:
		break;
	}
	return PICK(seed, notes);
}

/* How one file is written. */
struct manner {
	char delimiter;
	const char *ends[3];
	unsigned quoted; /* of a hundred cells */
	unsigned blank_lines, notes, born, seen;
};

static void write_cell(struct buffer *out, uint64_t *seed, const struct manner *manner,
		       const char *text)
{
	bool must = strpbrk(text, "\"\r\n") != NULL || strchr(text, manner->delimiter) != NULL;
	bool padded = random_below(seed, 40) == 0;

	if (!must && random_below(seed, 100) >= manner->quoted) {
		buffer_printf(out, "%s%s%s", padded ? " " : "", text, padded ? "  " : "");
		return;
	}
	buffer_printf(out, "%s\"", padded ? " " : "");
	for (; *text != '\0'; text++) {
		if (*text == '"')
			buffer_add_char(out, '"');
		buffer_add_char(out, *text);
	}
	buffer_printf(out, "\"%s", padded ? " " : "");
}

static void write_rows(struct arena *arena, struct buffer *out, uint64_t *seed,
		       const struct manner *manner, size_t rows)
{
	for (size_t i = 0; i <= rows; i++) {
		for (int j = 0; j < COLUMNS; j++) {
			unsigned form = j == BORN ? manner->born : manner->seen;
			const char *text = i == 0 ? names[j]
					   : j == NOTE && random_below(seed, 100) >= manner->notes
						   ? ""
						   : cell_text(arena, seed, (enum column)j, form);

			if (j > 0)
				buffer_add_char(out, manner->delimiter);
			write_cell(out, seed, manner, text);
		}
		if (i < rows || random_below(seed, 2) == 0)
			buffer_printf(out, "%s", manner->ends[random_below(seed, 3)]);
		if (i < rows && random_below(seed, 100) < manner->blank_lines)
			buffer_printf(out, random_below(seed, 2) == 0 ? "\n" : " \r\n");
	}
}

const char *random_records(struct arena *arena, uint64_t *seed, size_t rows,
			   struct count_place *place, size_t *length)
{
	static const char *const ends[][3] = { { "\n", "\n", "\n" },   { "\r\n", "\r\n", "\r\n" },
					       { "\r", "\r", "\r" },   { "\n", "\r\n", "\r" },
					       { "\n", "\n", "\r\n" }, { "\n", "\n", "\n" } };
	static const unsigned quoted[] = { 0, 0, 0, 1, 10, 50, 100, 100 };
	static const unsigned notes[] = { 0, 0, 1, 100 };
	struct manner manner = { .delimiter = PICK(seed, ((const char[]){ ',', ',', ';', '|' })),
				 .quoted = PICK(seed, quoted),
				 .notes = PICK(seed, notes),
				 .blank_lines = random_below(seed, 4) == 0 ? 3 : 0,
				 .born = random_below(seed, 3),
				 .seen = random_below(seed, 3) };
	struct buffer out;

	memcpy(manner.ends, PICK(seed, ends), sizeof(manner.ends));
	buffer_init(&out);
	if (random_below(seed, 3) == 0)
		buffer_printf(&out, "\xef\xbb\xbf");
	write_rows(arena, &out, seed, &manner, rows);
	place->delimiter = manner.delimiter;
	*length = out.length;
	return buffer_finish(&out, arena);
}

/* -- questions -------------------------------------------------------------------------------------------- */

enum {
	V_PERSON,
	V_LONG,
	V_AGE_TEXT,
	V_AGE,
	V_BAND,
	V_BORN_TEXT,
	V_SEEN_TEXT,
	V_BORN,
	V_SEEN,
	V_AGE_THEN,
	V_AGE_NOW,
	V_BAND_THEN,
	V_DAYS,
	V_WAIT_WEEKS,
	V_YEAR,
	V_CALENDAR,
	V_MONTH,
	V_CODE,
	V_PREFIX,
	V_CHAPTER,
	V_WEEKS_TEXT,
	V_WEEKS,
	V_SEX,
	V_SEX_NAME,
	V_NOTE,
	V_BAND_PREFIX,
	V_COUNT
};

static struct count_value *random_values(struct arena *arena, uint64_t *seed)
{
	static const char *const missing[] = { "NULL", "?", "-", "9" };
	static const struct count_band bands[] = { { 0, 18, "0 to 17" },
						   { 18, 65, "18 to 64" },
						   { 65, INFINITY, "65 and over" } };
	static const char *const keys[] = { "1", "2", "F", "M", "\u2640" };
	static const char *const texts[] = { "Male", "Female", "Female", "Male", "Female" };
	static const char *const chapters[] = { "A0", "B2", "I1", "I2", "J4" };
	static const char *const chapter_names[] = { "infection", "infection", "heart", "heart",
						     "" };
	static const struct count_lookup sexes = { .keys = keys, .texts = texts, .count = 5 };
	static const struct count_lookup codes = { .keys = chapters,
						   .texts = chapter_names,
						   .count = 5 };
	static const struct {
		int value, from, until;
		enum count_value_kind kind;
		const char *name;
	} rows[] = {
		{ V_PERSON, -1, -1, VALUE_COLUMN, "person" },
		{ V_LONG, -1, -1, VALUE_COLUMN, "long id" },
		{ V_AGE_TEXT, -1, -1, VALUE_COLUMN, "age" },
		{ V_AGE, V_AGE_TEXT, -1, VALUE_NUMBER, "" },
		{ V_BAND, V_AGE, -1, VALUE_BAND, "" },
		{ V_BORN_TEXT, -1, -1, VALUE_COLUMN, "Born" },
		{ V_SEEN_TEXT, -1, -1, VALUE_COLUMN, "seen" },
		{ V_BORN, V_BORN_TEXT, -1, VALUE_DATE, "" },
		{ V_SEEN, V_SEEN_TEXT, -1, VALUE_DATE, "" },
		{ V_AGE_THEN, V_BORN, V_SEEN, VALUE_AGE, "" },
		{ V_AGE_NOW, V_BORN, -1, VALUE_AGE, "" },
		{ V_BAND_THEN, V_AGE_THEN, -1, VALUE_BAND, "" },
		{ V_DAYS, V_BORN, V_SEEN, VALUE_DAYS, "" },
		{ V_WAIT_WEEKS, V_SEEN, -1, VALUE_WEEKS, "" },
		{ V_YEAR, V_SEEN, -1, VALUE_FINANCIAL_YEAR, "" },
		{ V_CALENDAR, V_SEEN, -1, VALUE_CALENDAR_YEAR, "" },
		{ V_MONTH, V_SEEN, -1, VALUE_MONTH, "" },
		{ V_CODE, -1, -1, VALUE_COLUMN, "code" },
		{ V_PREFIX, V_CODE, -1, VALUE_PREFIX, "" },
		{ V_CHAPTER, V_PREFIX, -1, VALUE_LOOKUP, "" },
		{ V_WEEKS_TEXT, -1, -1, VALUE_COLUMN, "weeks" },
		{ V_WEEKS, V_WEEKS_TEXT, -1, VALUE_NUMBER, "" },
		{ V_SEX, -1, -1, VALUE_COLUMN, "s\u00e9x" },
		{ V_SEX_NAME, V_SEX, -1, VALUE_LOOKUP, "" },
		{ V_NOTE, -1, -1, VALUE_COLUMN, "note" },
		{ V_BAND_PREFIX, V_BAND_THEN, -1, VALUE_PREFIX, "" },
	};
	struct count_value *values = arena_array(arena, V_COUNT, sizeof(*values));

	for (size_t i = 0; i < V_COUNT; i++)
		values[rows[i].value] = (struct count_value){
			.kind = rows[i].kind,
			.name = rows[i].name,
			.from = rows[i].from,
			.until = rows[i].until,
			.day = { 2000, 2, 28 + (int)random_below(seed, 2) },
			.form = (enum date_form)random_below(seed, 3),
			.least = random_below(seed, 2) ? 0 : -INFINITY,
			.most = random_below(seed, 2) ? 120 : INFINITY,
			.length = 2,
			.bands = bands,
			.band_count = 3,
			.lookup = rows[i].value == V_CHAPTER ? &codes : &sexes,
			.missing = missing,
			.missing_count = random_below(seed, 5),
		};
	return values;
}

static bool has_number(int value)
{
	return value == V_AGE || value == V_AGE_THEN || value == V_AGE_NOW || value == V_DAYS ||
	       value == V_WAIT_WEEKS || value == V_WEEKS;
}

static bool has_date(int value)
{
	return value == V_BORN || value == V_SEEN;
}

static int value_with(uint64_t *seed, bool (*wanted)(int))
{
	int value;

	do
		value = (int)random_below(seed, V_COUNT);
	while (!wanted(value));
	return value;
}

static bool has_text(int value)
{
	return !has_number(value) && !has_date(value);
}

static struct count_condition random_condition(struct arena *arena, uint64_t *seed, int earlier)
{
	static const char *const texts[] = { "F", "A01", "18 to 64", "2",     "Female", "1999/00",
					     "A", "",    "P00",      "heart", "plain",  "M" };
	struct count_condition condition = { .kind = (enum count_condition_kind)random_below(
						     seed, CONDITION_PRESENT + 1) };

	condition.value = value_with(seed, condition.kind == CONDITION_BETWEEN ? has_number
					   : condition.kind == CONDITION_DATES ? has_date
									       : has_text);
	condition.texts = texts + random_below(seed, 6);
	condition.text_count = random_below(seed, 7);
	condition.least = random_below(seed, 50) - 5.5;
	condition.most = condition.least + random_below(seed, 100);
	condition.first = (struct date){ 1970, 1, 1 + (int)random_below(seed, 28) };
	if (random_below(seed, 2) == 0)
		condition.last = (struct date){ 2010, 12, 31 };
	if (condition.kind <= CONDITION_ANY) {
		size_t count = earlier == 0 ? 0 : random_below(seed, 4);
		int *parts = arena_array(arena, count + 1, sizeof(*parts));

		for (size_t i = 0; i < count; i++)
			parts[i] = (int)random_below(seed, (unsigned)earlier);
		condition.parts = parts;
		condition.part_count = count;
	}
	return condition;
}

static struct count_measure random_measure(uint64_t *seed, size_t conditions)
{
	struct count_measure measure = {
		.kind = (enum count_measure_kind)random_below(seed, COUNT_SPREAD + 1),
		.value = VALUE_NONE,
		.condition = (int)random_below(seed, (unsigned)conditions + 1) - 1,
	};

	if (measure.kind == COUNT_PEOPLE || measure.kind == COUNT_REPEATS)
		measure.value = random_below(seed, 3) == 0   ? value_with(seed, has_text)
				: random_below(seed, 2) == 0 ? V_PERSON
							     : V_LONG;
	else if (measure.kind != COUNT_EVENTS)
		measure.value = value_with(seed, has_number);
	return measure;
}

const struct count_query *random_query(struct arena *arena, uint64_t *seed)
{
	size_t conditions = random_below(seed, 10) == 0 ? 140 : random_below(seed, 12);
	size_t measures = random_below(seed, 6), groupings = random_below(seed, 5);
	struct count_query *query = arena_alloc(arena, sizeof(*query));
	struct count_condition *condition = arena_array(arena, conditions + 1, sizeof(*condition));
	struct count_measure *measure = arena_array(arena, measures + 1, sizeof(*measure));
	struct count_grouping *grouping = arena_array(arena, groupings + 1, sizeof(*grouping));

	for (size_t i = 0; i < conditions; i++)
		condition[i] = random_condition(arena, seed, (int)i);
	for (size_t i = 0; i < measures; i++)
		measure[i] = random_measure(seed, conditions);
	for (size_t i = 0; i < groupings; i++) {
		size_t count = random_below(seed, 5);
		int *values = arena_array(arena, count + 1, sizeof(*values));

		for (size_t j = 0; j < count; j++)
			values[j] = value_with(seed, has_text);
		grouping[i] = (struct count_grouping){ .values = values, .value_count = count };
	}
	*query = (struct count_query){ .values = random_values(arena, seed),
				       .value_count = V_COUNT,
				       .conditions = condition,
				       .condition_count = conditions,
				       .taken = (int)random_below(seed, (unsigned)conditions + 1) -
						1,
				       .measures = measure,
				       .measure_count = measures,
				       .groupings = grouping,
				       .grouping_count = groupings };
	return query;
}
