/* Dirty records for counting, and what their columns are called. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/csv_write.h"
#include "support/counted.h"
#include "support/records_random.h"

#define ONE_OF(state, list) ((list)[random_below(state, sizeof(list) / sizeof((list)[0]))])

const char *const counted_names[COUNTED_COLUMNS] = { "who",
						     "body\"; DROP TABLE events; --",
						     "area's /* x */",
						     "age in years",
						     "wait, weeks",
						     "bÖrn 生",
						     "seen ? {x}",
						     "left;",
						     "code`]" };

static const char *number_text(struct arena *arena, uint64_t *state)
{
	static const char *const odd[] = {
		"",
		"-1",
		"130",
		"x",
		"+7",
		"1e3",
		"12.",
		".5",
		"0012",
		"1.1234567",
		"-0.5",
		"1,000",
		"NULL",
		" 45 ",
		"123456789012.654321",
		"1234567890123",
		"--1",
		"+",
		"-",
		".",
		"7.5",
		"7.500000",
		"1.5.5",
		"0x10",
		"٣",
	};

	if (random_below(state, 4) == 0)
		return ONE_OF(state, odd);
	if (random_below(state, 3) == 0)
		return arena_printf(arena, "%u.%u", random_below(state, 120),
				    random_below(state, 1000));
	return arena_printf(arena, "%u", random_below(state, 100));
}

static const char *date_text_of(struct arena *arena, uint64_t *state, enum date_form form)
{
	static const char *const odd[] = {
		"",
		"1980-02-29",
		"1981-02-29",
		"1900-02-29",
		"2000-02-29",
		"2024-13-01",
		"2024-00-10",
		"2024-01-32",
		"2024-1-1",
		"31/01/1980",
		"19800131",
		"0000-01-01",
		"0001-01-01",
		"9999-12-31",
		"1999-01-01 foo",
		"1999-01-01T10:11:12.5Z",
		"1999-01-01 00:00:00",
		"1999-01-01 ",
		"1999-01-01T",
		"1999-01-01:",
		"29/02/2023",
		"29/02/2024",
		"00/01/2024",
		"20230229",
		"20240229",
		"2024-04-31",
		"unknown",
		"1999-01-01 00:00:00+01:00",
	};
	unsigned year = 1920 + random_below(state, 105), month = 1 + random_below(state, 12),
		 day = 1 + random_below(state, 29);

	if (random_below(state, 4) == 0)
		return ONE_OF(state, odd);
	if (form == DATE_FORM_ISO)
		return arena_printf(arena, "%04u-%02u-%02u", year, month, day);
	if (form == DATE_FORM_DAY_FIRST)
		return arena_printf(arena, "%02u/%02u/%04u", day, month, year);
	return arena_printf(arena, "%04u%02u%02u", year, month, day);
}

static const char *cell(struct arena *arena, uint64_t *state, enum counted_column column)
{
	static const char *const people[] = { "",   "Zoë",     "zoë", " P1 ",
					      "P1", "O'Brien", "\"",  "P1\t" };
	static const char *const bodies[] = {
		"R1A", "R1B", "r1a", "", " X26", "X 26", "-", "R1A "
	};
	static const char *const codes[] = { "A",     "B",  "C", "A ", "E11",   "E119", "I2",
					     "Ωmega", "é1", "",  "99", "J 4 5", "NOT" };

	switch (column) {
	case COUNTED_WHO:
		return random_below(state, 3) == 0
			       ? ONE_OF(state, people)
			       : arena_printf(arena, "P%u", random_below(state, 60));
	case COUNTED_BODY:
		return ONE_OF(state, bodies);
	case COUNTED_AREA:
		return arena_printf(arena, "E%05u", random_below(state, COUNTED_AREAS + 20));
	case COUNTED_AGE:
	case COUNTED_WAIT:
		return number_text(arena, state);
	case COUNTED_BORN:
		return date_text_of(arena, state, DATE_FORM_ISO);
	case COUNTED_SEEN:
		return date_text_of(arena, state, DATE_FORM_DAY_FIRST);
	case COUNTED_LEFT:
		return date_text_of(arena, state, DATE_FORM_COMPACT);
	case COUNTED_CODE:
	case COUNTED_COLUMNS:
		break;
	}
	return ONE_OF(state, codes);
}

const char *counted_records(struct arena *arena, uint64_t seed, size_t rows)
{
	struct arena *scratch = arena_new();
	uint64_t state = seed * 2654435761u + 88172645463325252u;
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; i < COUNTED_COLUMNS; i++) {
		if (i > 0)
			buffer_add_char(&out, ',');
		csv_add_text(&out, counted_names[i]);
	}
	buffer_add_char(&out, '\n');
	for (size_t row = 0; row < rows; row++) {
		for (size_t i = 0; i < COUNTED_COLUMNS; i++) {
			if (i > 0)
				buffer_add_char(&out, ',');
			csv_add_text(&out, cell(scratch, &state, (enum counted_column)i));
		}
		buffer_add_char(&out, '\n');
	}
	arena_free(scratch);
	return buffer_finish(&out, arena);
}
