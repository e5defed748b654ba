/*
 * coverage_file.c - coverage for machines: the same rows as CSV and as JSON.
 */
#include "run/coverage_file.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text_list.h"
#include "run/csv_cells.h"

/* One figure or section: what both forms say of it. */
struct entry {
	const char *kind, *id, *title, *breakdown, *requirement, *state, *reason;
	size_t gaps;
	struct location at;
};

struct writer {
	const struct coverage *coverage;
	const struct report *report;
	struct arena *arena;
	struct buffer *out;
	bool json, first;
};

/* Files are named from the folder of the report on, so that the same report gives the same bytes everywhere. */
static const char *file_name(const struct writer *writer, struct location at)
{
	size_t length = strlen(writer->report->folder);

	if (at.file == NULL)
		return "";
	if (strncmp(at.file, writer->report->folder, length) == 0 && at.file[length] == '/')
		return at.file + length + 1;
	return at.file;
}

static void write_csv(const struct writer *writer, const struct entry *entry)
{
	const char *const texts[] = { entry->kind,      entry->id,          entry->title,
				      entry->breakdown, entry->requirement, entry->state,
				      entry->reason };

	csv_add_text(writer->out, texts[0]);
	for (size_t i = 1; i < sizeof(texts) / sizeof(texts[0]); i++)
		csv_add_cell(writer->out, texts[i]);
	buffer_printf(writer->out, ",%zu", entry->gaps);
	csv_add_cell(writer->out, file_name(writer, entry->at));
	if (entry->at.line > 0)
		buffer_printf(writer->out, ",%u\n", entry->at.line);
	else
		buffer_add_text(writer->out, ",\n");
}

static void add_member(const struct writer *writer, const char *name, const char *text)
{
	json_add_text(writer->out, name);
	buffer_add_char(writer->out, ':');
	json_add_text(writer->out, text);
	buffer_add_char(writer->out, ',');
}

static void write_json(struct writer *writer, const struct entry *entry)
{
	buffer_add_text(writer->out, writer->first ? "{" : ",{");
	writer->first = false;
	add_member(writer, "kind", entry->kind);
	add_member(writer, "id", entry->id);
	add_member(writer, "title", entry->title);
	add_member(writer, "breakdown", entry->breakdown);
	add_member(writer, "requirement", entry->requirement);
	add_member(writer, "state", entry->state);
	add_member(writer, "reason", entry->reason);
	add_member(writer, "file", file_name(writer, entry->at));
	buffer_printf(writer->out, "\"line\":%u,\"gaps\":%zu}", entry->at.line, entry->gaps);
}

static void write_entry(struct writer *writer, const struct entry *entry)
{
	if (writer->json)
		write_json(writer, entry);
	else
		write_csv(writer, entry);
}

static void write_cell(struct writer *writer, const struct coverage_row *row,
		       const struct coverage_cell *cell)
{
	const bool asked = cell->dimension[0] == '\0' ||
			   list_has(row->indicator->breakdowns, ";", cell->dimension);

	write_entry(writer,
		    &(struct entry){
			    .kind = "indicator",
			    .id = row->indicator->id,
			    .title = row->indicator->short_name,
			    .breakdown = cell->dimension[0] == '\0' ? "all" : cell->dimension,
			    .requirement = requirement_name(asked ? REQUIREMENT_REQUIRED
								  : REQUIREMENT_NOT_APPLICABLE),
			    .state = coverage_state_name(cell->state),
			    .reason = cell->reason,
			    .gaps = cell->gap,
			    .at = cell->at,
		    });
}

static void write_section(struct writer *writer, const struct coverage_section *section)
{
	bool applies = section->requirement != REQUIREMENT_NOT_APPLICABLE;
	const char *lacks = "";

	for (size_t i = 0; i < section->missing_count; i++)
		lacks = arena_printf(writer->arena, "%s%s%s", lacks, i == 0 ? "" : "; ",
				     section->missing[i].what);
	write_entry(writer, &(struct entry){
				    .kind = "section",
				    .id = section->section->id,
				    .title = section->section->title,
				    .breakdown = "",
				    .requirement = requirement_name(section->requirement),
				    .state = applies ? section_state_name(section->state)
						     : coverage_state_name(COVERAGE_NOT_APPLICABLE),
				    .reason = lacks,
				    .gaps = section->gaps,
				    .at = section->at,
			    });
}

static void write_all(struct writer *writer)
{
	const struct coverage *coverage = writer->coverage;

	for (size_t i = 0; i < coverage->row_count; i++) {
		const struct coverage_row *row = &coverage->rows[i];

		write_cell(writer, row, &row->total);
		for (size_t j = 0; j < coverage->dimension_count; j++)
			write_cell(writer, row, &row->cells[j]);
	}
	for (size_t i = 0; i < coverage->section_count; i++)
		write_section(writer, &coverage->sections[i]);
}

void coverage_write_csv(const struct coverage *coverage, const struct report *report,
			struct arena *arena, struct buffer *out)
{
	struct writer writer = { coverage, report, arena, out, .json = false };

	buffer_add_text(out, "kind,id,title,breakdown,requirement,state,reason,gaps,file,line\n");
	write_all(&writer);
}

void coverage_write_json(const struct coverage *coverage, const struct report *report,
			 struct arena *arena, struct buffer *out)
{
	struct writer writer = { coverage, report, arena, out, .json = true, .first = true };
	const struct statement_demand *demand = coverage->demand;

	buffer_add_char(out, '{');
	add_member(&writer, "edition", demand->edition->id);
	add_member(&writer, "body", demand->body);
	add_member(&writer, "body_kind", body_kind_name(demand->kind));
	buffer_printf(out, "\"gaps\":%zu,\"recommended\":%zu,", coverage->gaps, coverage->advised);
	add_member(&writer, "verdict", coverage->verdict);
	buffer_add_text(out, "\"entries\":[");
	write_all(&writer);
	buffer_add_text(out, "]}\n");
}
