#include "data/record_row.h"

#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"

/* Characters that no output can hold; NULL when there is none. */
static const char *control_character(struct arena *arena, const char *text)
{
	for (const char *at = text; *at != '\0'; at++) {
		unsigned char byte = (unsigned char)*at;

		if (byte < ' ' && byte != '\t' && byte != '\r' && byte != '\n')
			return arena_printf(arena, "control character U+%04X", (unsigned)byte);
		if (byte == 0xef &&
		    (strncmp(at, "\xef\xbf\xbe", 3) == 0 || strncmp(at, "\xef\xbf\xbf", 3) == 0))
			return "a character that is none";
	}
	return NULL;
}

const char *record_text(struct record_row *row, enum data_role role)
{
	struct arena *arena = row->reader->arena;
	const char *why = NULL, *text;
	bool whole;

	text = mapping_text(row->series, row->record, role, row->buffer, &whole);
	if (!whole)
		why = arena_printf(arena, "more than %d bytes", MAPPED_TEXT_MOST - 1);
	else if (text == row->buffer)
		why = control_character(arena, text);
	if (why != NULL && row->unusable == NULL) {
		row->unusable = why;
		row->unusable_role = role;
	}
	return text;
}

/* The count of a kind of fault in a column, or of a name there. */
static struct fault_tally *tally_of(struct record_reader *reader, enum diag_code code,
				    enum data_role role, const char *name)
{
	for (size_t i = 0; i < reader->tally_count; i++) {
		struct fault_tally *tally = &reader->tallies[i];

		if (tally->code == code && tally->role == role &&
		    (name == NULL || strcmp(tally->text, name) == 0))
			return tally;
	}
	reader->tallies = arena_grow(reader->arena, reader->tallies, reader->tally_count,
				     &reader->tally_capacity, sizeof(*reader->tallies));
	reader->tallies[reader->tally_count] = (struct fault_tally){
		.code = code,
		.role = role,
		.text = name == NULL ? NULL : arena_strdup(reader->arena, name),
	};
	return &reader->tallies[reader->tally_count++];
}

static bool is_of_a_name(enum diag_code code)
{
	return code == DIAG_DIMENSION_UNKNOWN || code == DIAG_GROUP_UNKNOWN;
}

static const char *role_and_text(struct arena *arena, enum data_role role, const char *text)
{
	enum { SHOWN_MOST = 80 };
	size_t length = strlen(text), shown = encoding_cut(text, length, SHOWN_MOST);

	return arena_printf(arena, "%s=\"%.*s%s\"", data_role_name(role), (int)shown, text,
			    shown < length ? "..." : "");
}

void record_fault(struct record_row *row, enum diag_code code, enum data_role role,
		  const char *text, const char *hint)
{
	enum { TOLD_MOST = 5 };
	struct record_reader *reader = row->reader;
	bool name = is_of_a_name(code);
	struct fault_tally *tally = tally_of(reader, code, role, name ? text : NULL);
	/* A column without any number has one fault, not as many as it has rows; so has a name. */
	bool one = name || (code == DIAG_NOT_A_NUMBER && !reader->numbers_seen[role]);

	tally->last = mapping_location(row->plan, row->series, row->record, role);
	if (tally->told >= (one ? 1U : TOLD_MOST)) {
		tally->untold++;
		return;
	}
	tally->told++;
	diag_add(reader->diags, code, tally->last, role_and_text(reader->arena, role, text), hint);
}

void record_tell_rest(struct record_reader *reader)
{
	for (size_t i = 0; i < reader->tally_count; i++) {
		const struct fault_tally *tally = &reader->tallies[i];
		const char *what = tally->text == NULL
					   ? data_role_name(tally->role)
					   : role_and_text(reader->arena, tally->role, tally->text);

		if (tally->untold > 0)
			diag_addf(reader->diags, tally->code, tally->last,
				  "%s: %zu more like this, the last one here", what, tally->untold);
	}
	reader->tally_count = 0;
	memset(reader->numbers_seen, 0, sizeof(reader->numbers_seen));
}

bool record_row_usable(struct record_row *row)
{
	const char *why = row->unusable;
	enum data_role role = row->unusable_role;

	if (why == NULL)
		return true;
	record_fault(row, DIAG_CELL_UNUSABLE, role, record_text(row, role), why);
	return false;
}
