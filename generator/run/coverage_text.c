/*
 * coverage_text.c - coverage for people at a terminal.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "run/coverage_file.h"

enum {
	LINE_MOST = 100,
	NAME_WIDTH = 50,
	CELL_WIDTH = 7,
	TITLE_WIDTH = 50,
	ASKED_WIDTH = 15,
	INDENT = 4
};

/* -- lines -------------------------------------------------------------------------------------- */

/* Letters of a text in UTF-8. */
static size_t letters(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

/* A text in a column: its end is cut off, or blanks stand behind it. */
static void add_column(struct buffer *out, const char *text, size_t width)
{
	size_t length = strlen(text), count;

	while ((count = letters(text, length)) >= width)
		length--;
	buffer_add(out, text, length);
	buffer_printf(out, "%*s", (int)(width - count), "");
}

static void end_line(struct buffer *out)
{
	while (out->length > 0 && out->bytes[out->length - 1] == ' ')
		out->bytes[--out->length] = '\0';
	buffer_add_char(out, '\n');
}

/* Words in lines of their own, some way in. */
static void add_wrapped(struct buffer *out, const char *text)
{
	size_t at = LINE_MOST;
	bool first = true;

	while (*text != '\0') {
		size_t length = strcspn(text, " "), wide = letters(text, length);

		if (at + 1 + wide > LINE_MOST) {
			buffer_printf(out, "%s%*s", first ? "" : "\n", INDENT, "");
			at = INDENT;
		} else {
			buffer_add_char(out, ' ');
			at++;
		}
		buffer_add(out, text, length);
		at += wide;
		text += length + strspn(text + length, " ");
		first = false;
	}
	buffer_add_char(out, '\n');
}

/* -- indicators --------------------------------------------------------------------------------- */

static const char *short_state(const struct coverage_cell *cell)
{
	static const char *const words[] = { "yes", "", "[c]", "[x]", "[z]", "GAP" };

	if (cell->state == COVERAGE_IN_PART)
		return cell->confidential ? "part[c]" : "part[x]";
	return words[cell->state];
}

static bool needs_words(const struct coverage *coverage, const struct coverage_row *row)
{
	bool needs = row->total.state != COVERAGE_REPORTED;

	for (size_t i = 0; i < coverage->dimension_count; i++)
		needs = needs || row->cells[i].reason[0] != '\0';
	return needs;
}

static size_t width_of(const struct dimension *dimension)
{
	size_t width = letters(dimension->label, strlen(dimension->label));

	return (width < CELL_WIDTH ? CELL_WIDTH : width) + 1;
}

static void add_head(const struct coverage *coverage, struct buffer *out)
{
	add_column(out, "Indicator", NAME_WIDTH);
	add_column(out, "All", CELL_WIDTH + 1);
	for (size_t i = 0; i < coverage->dimension_count; i++)
		add_column(out, coverage->dimensions[i]->label, width_of(coverage->dimensions[i]));
	end_line(out);
}

static void add_row(const struct coverage *coverage, const struct words *words,
		    const struct coverage_row *row, struct buffer *out)
{
	const char *name =
		arena_printf(words->arena, "%s %s", row->indicator->id, row->indicator->short_name);

	add_column(out, name, NAME_WIDTH);
	add_column(out, short_state(&row->total), CELL_WIDTH + 1);
	for (size_t i = 0; i < coverage->dimension_count; i++)
		add_column(out, short_state(&row->cells[i]), width_of(coverage->dimensions[i]));
	end_line(out);
	if (needs_words(coverage, row))
		add_wrapped(out, coverage_row_reason(words, coverage, row));
}

static void add_indicators(const struct coverage *coverage, const struct words *words,
			   struct buffer *out)
{
	if (coverage->row_count == 0)
		return;
	add_head(coverage, out);
	for (size_t i = 0; i < coverage->row_count; i++)
		add_row(coverage, words, &coverage->rows[i], out);
	buffer_add_text(out, "yes: reported; part: some groups; [c] hidden; [x] not available; "
			     "[z] not applicable\n\n");
}

/* -- sections ----------------------------------------------------------------------------------- */

static void add_section(const struct coverage_section *section, const struct words *words,
			struct buffer *out)
{
	const char *lacks = "";

	for (size_t i = 0; i < section->missing_count; i++)
		lacks = arena_printf(words->arena, "%s%s%s", lacks, i == 0 ? "" : "; ",
				     section->missing[i].what);
	add_column(out, section->section->title, TITLE_WIDTH);
	add_column(out, requirement_name(section->requirement), ASKED_WIDTH);
	if (section->requirement != REQUIREMENT_NOT_APPLICABLE)
		buffer_add_text(out,
				section_state_words(words, section->state, section->requirement));
	end_line(out);
	if (lacks[0] != '\0')
		add_wrapped(out, arena_printf(words->arena, "lacks: %s", lacks));
}

static void add_sections(const struct coverage *coverage, const struct words *words,
			 struct buffer *out)
{
	add_column(out, "Section", TITLE_WIDTH);
	add_column(out, "Asked for", ASKED_WIDTH);
	buffer_add_text(out, "State\n");
	for (size_t i = 0; i < coverage->section_count; i++)
		add_section(&coverage->sections[i], words, out);
	buffer_add_char(out, '\n');
}

/* -- gaps --------------------------------------------------------------------------------------- */

static void add_gap(struct buffer *out, struct location at, const char *what, const char *why)
{
	if (at.file != NULL)
		buffer_printf(out, "%s:%u:%u: ", at.file, at.line, at.column);
	buffer_printf(out, "%s: %s\n", what, why);
}

static void add_gaps_of_row(const struct coverage *coverage, const struct words *words,
			    const struct coverage_row *row, struct buffer *out)
{
	if (row->total.gap)
		add_gap(out, row->total.at, row->indicator->id, row->total.reason);
	for (size_t i = 0; i < coverage->dimension_count; i++)
		if (row->cells[i].gap)
			add_gap(out, row->cells[i].at,
				arena_printf(words->arena, "%s by %s", row->indicator->id,
					     row->cells[i].dimension),
				row->cells[i].reason);
}

/* required: of sections that must be there; else of those that are recommended. */
static void add_gaps_of_section(const struct coverage_section *section, const struct words *words,
				bool required, struct buffer *out)
{
	const char *name = arena_printf(words->arena, "section \"%s\"", section->section->id);

	if (section->requirement == REQUIREMENT_NOT_APPLICABLE ||
	    (section->requirement >= REQUIREMENT_LINKED) != required)
		return;
	if (section->state == SECTION_ABSENT)
		add_gap(out, section->at, name,
			section_state_words(words, section->state, section->requirement));
	for (size_t i = 0; i < section->missing_count; i++)
		add_gap(out, section->missing[i].at, name,
			arena_printf(words->arena, "lacks %s", section->missing[i].what));
}

static void add_gaps(const struct coverage *coverage, const struct words *words, struct buffer *out)
{
	for (size_t i = 0; i < coverage->row_count; i++)
		add_gaps_of_row(coverage, words, &coverage->rows[i], out);
	for (size_t i = 0; i < coverage->section_count; i++)
		add_gaps_of_section(&coverage->sections[i], words, true, out);
	if (coverage->gaps > 0)
		buffer_add_char(out, '\n');
}

static void add_advice(const struct coverage *coverage, const struct words *words,
		       struct buffer *out)
{
	if (coverage->advised == 0)
		return;
	buffer_add_text(out, "Recommended, and not there:\n");
	for (size_t i = 0; i < coverage->section_count; i++)
		add_gaps_of_section(&coverage->sections[i], words, false, out);
	buffer_add_char(out, '\n');
}

void coverage_write_text(const struct coverage *coverage, const struct words *words,
			 struct buffer *out)
{
	const struct statement_demand *demand = coverage->demand;

	buffer_printf(out, "%s, %s (%s), edition %s\n\n", demand->edition->issuing_body,
		      demand->body, body_kind_name(demand->kind), demand->edition->id);
	add_indicators(coverage, words, out);
	add_sections(coverage, words, out);
	add_gaps(coverage, words, out);
	add_advice(coverage, words, out);
	buffer_printf(out, "%s\n", coverage->verdict);
}
