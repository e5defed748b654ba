#include "data/statement_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "data/table.h"

struct loader {
	struct arena *arena;
	const char *folder;
	struct statement_lists *lists;
	struct diag_list *diags;
};

static struct table *open_table(struct loader *loader, const char *name, const char *const *columns,
				size_t count)
{
	const char *path = path_join(loader->arena, loader->folder, name);

	return table_read(loader->arena, path, (struct location){ 0 }, columns, count, count,
			  loader->diags);
}

static void bad_cell(struct loader *loader, const struct table *table, size_t row, size_t column,
		     const char *hint)
{
	diag_add(loader->diags, DIAG_REFERENCE_ROW, table_location(table, row, column),
		 arena_printf(loader->arena, "%s=\"%s\"", table->columns[column],
			      table_cell(table, row, column)),
		 hint);
}

/* The columns from first up to last hold something in every row. */
static void check_filled(struct loader *loader, const struct table *table, size_t row, size_t first,
			 size_t last)
{
	for (size_t column = first; column <= last; column++)
		if (table_cell(table, row, column)[0] == '\0')
			bad_cell(loader, table, row, column, "write something in this column");
}

static void check_confidence(struct loader *loader, const struct table *table, size_t row,
			     size_t column)
{
	static const char *const words[] = { "verified", "part-verified", "recalled", "unverified",
					     "recommended" };
	const char *word = table_cell(table, row, column);

	for (size_t i = 0; i < 5; i++)
		if (strcmp(words[i], word) == 0)
			return;
	bad_cell(loader, table, row, column, suggest_hint(loader->arena, word, words, 5));
}

/* An empty cell is an open end. */
static struct date read_date(struct loader *loader, const struct table *table, size_t row,
			     size_t column)
{
	const char *text = table_cell(table, row, column);
	struct date date = { 0 };

	if (text[0] != '\0' && !date_parse(text, strlen(text), &date))
		bad_cell(loader, table, row, column, "write a date such as 2025-03-31");
	return date;
}

/* The sections named are on the list of sections, which is read before. */
static void check_answer(struct loader *loader, const struct table *table, size_t row,
			 size_t column)
{
	const struct statement_lists *lists = loader->lists;
	const char *rest = table_cell(table, row, column), *id;

	while ((id = list_next(loader->arena, &rest, ";")) != NULL)
		if (statement_section_find(lists, id) == NULL)
			bad_cell(loader, table, row, column,
				 suggest_member(loader->arena, id, lists->sections,
						lists->section_count, sizeof(*lists->sections),
						offsetof(struct statement_section, id)));
}

static void read_editions(struct loader *loader)
{
	enum { ID, TITLE, ISSUER, SET, FROM, TO, CONFIDENCE, NOTE, COLUMNS };
	static const char *const columns[COLUMNS] = { "edition",    "title",       "issuing_body",
						      "set",        "covers_from", "covers_to",
						      "confidence", "note" };
	struct statement_lists *lists = loader->lists;
	const struct table *table = open_table(loader, "editions.csv", columns, COLUMNS);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		struct statement_edition edition = {
			.id = table_cell(table, row, ID),
			.title = table_cell(table, row, TITLE),
			.issuing_body = table_cell(table, row, ISSUER),
			.set = table_cell(table, row, SET),
			.from = read_date(loader, table, row, FROM),
			.to = read_date(loader, table, row, TO),
			.confidence = table_cell(table, row, CONFIDENCE),
			.note = table_cell(table, row, NOTE),
			.at = table_location(table, row, ID),
		};

		check_filled(loader, table, row, ID, SET);
		check_confidence(loader, table, row, CONFIDENCE);
		if (statement_edition_find(lists, edition.id) != NULL)
			bad_cell(loader, table, row, ID, "every edition needs an id of its own");
		lists->editions = arena_grow(loader->arena, lists->editions, lists->edition_count,
					     &lists->edition_capacity, sizeof(edition));
		lists->editions[lists->edition_count++] = edition;
	}
}

static void read_provisions(struct loader *loader)
{
	enum { ID, ACT, SECTION, DUTY, BODIES, ANSWER, CONFIDENCE, COLUMNS };
	static const char *const columns[COLUMNS] = { "provision", "act",    "section",
						      "duty",      "bodies", "answered_by",
						      "confidence" };
	struct statement_lists *lists = loader->lists;
	const struct table *table = open_table(loader, "provisions.csv", columns, COLUMNS);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		check_filled(loader, table, row, ID, BODIES);
		check_answer(loader, table, row, ANSWER);
		check_confidence(loader, table, row, CONFIDENCE);
		lists->provisions =
			arena_grow(loader->arena, lists->provisions, lists->provision_count,
				   &lists->provision_capacity, sizeof(*lists->provisions));
		lists->provisions[lists->provision_count++] = (struct statement_provision){
			.id = table_cell(table, row, ID),
			.act = table_cell(table, row, ACT),
			.section = table_cell(table, row, SECTION),
			.duty = table_cell(table, row, DUTY),
			.bodies = table_cell(table, row, BODIES),
			.answer = table_cell(table, row, ANSWER),
			.confidence = table_cell(table, row, CONFIDENCE),
			.at = table_location(table, row, ID),
		};
	}
}

static void read_expectations(struct loader *loader)
{
	enum { EDITION, ID, NAME, MEANING, CONFIDENCE, COLUMNS };
	static const char *const columns[COLUMNS] = { "edition", "expectation", "name", "meaning",
						      "confidence" };
	struct statement_lists *lists = loader->lists;
	const struct table *table = open_table(loader, "expectations.csv", columns, COLUMNS);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		struct statement_expectation expectation = {
			.edition = table_cell(table, row, EDITION),
			.id = table_cell(table, row, ID),
			.name = table_cell(table, row, NAME),
			.meaning = table_cell(table, row, MEANING),
			.confidence = table_cell(table, row, CONFIDENCE),
			.at = table_location(table, row, ID),
		};

		check_filled(loader, table, row, EDITION, MEANING);
		check_confidence(loader, table, row, CONFIDENCE);
		if (statement_edition_find(lists, expectation.edition) == NULL)
			bad_cell(loader, table, row, EDITION, "no such edition in editions.csv");
		if (statement_expectation_find(lists, expectation.edition, expectation.id) != NULL)
			bad_cell(loader, table, row, ID, "the edition has it already");
		lists->expectations =
			arena_grow(loader->arena, lists->expectations, lists->expectation_count,
				   &lists->expectation_capacity, sizeof(expectation));
		lists->expectations[lists->expectation_count++] = expectation;
	}
}

static enum requirement read_requirement(struct loader *loader, const struct table *table,
					 size_t row, size_t column)
{
	enum requirement requirement = requirement_find(table_cell(table, row, column));

	if (requirement != REQUIREMENT_COUNT)
		return requirement;
	bad_cell(loader, table, row, column,
		 "use one of: required, linked, recommended, not-applicable");
	return REQUIREMENT_NOT_APPLICABLE;
}

static void read_sections(struct loader *loader)
{
	enum { ID, TITLE, ICB, TRUST, NOTE, BASIS, CONTENT, TEST, CONFIDENCE, COLUMNS };
	static const char *const columns[COLUMNS] = { "section",      "title", "icb",
						      "trust",        "note",  "basis",
						      "must_contain", "test",  "confidence" };
	struct statement_lists *lists = loader->lists;
	const struct table *table = open_table(loader, "sections.csv", columns, COLUMNS);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		struct statement_section section = {
			.id = table_cell(table, row, ID),
			.title = table_cell(table, row, TITLE),
			.icb = read_requirement(loader, table, row, ICB),
			.trust = read_requirement(loader, table, row, TRUST),
			.note = table_cell(table, row, NOTE),
			.basis = table_cell(table, row, BASIS),
			.must_contain = table_cell(table, row, CONTENT),
			.test = table_cell(table, row, TEST),
			.confidence = table_cell(table, row, CONFIDENCE),
			.at = table_location(table, row, ID),
		};

		check_filled(loader, table, row, ID, TITLE);
		check_confidence(loader, table, row, CONFIDENCE);
		if (statement_section_find(lists, section.id) != NULL)
			bad_cell(loader, table, row, ID, "every section needs an id of its own");
		lists->sections = arena_grow(loader->arena, lists->sections, lists->section_count,
					     &lists->section_capacity, sizeof(section));
		lists->sections[lists->section_count++] = section;
	}
}

static void read_areas(struct loader *loader)
{
	enum { FRAMEWORK, TITLE, ID, NAME, AIM, INDICATORS, ANSWER, CONFIDENCE, NOTE, COLUMNS };
	static const char *const columns[COLUMNS] = {
		"framework",  "framework_title", "area",       "name", "aim",
		"indicators", "answered_by",     "confidence", "note",
	};
	struct statement_lists *lists = loader->lists;
	const struct table *table = open_table(loader, "frameworks.csv", columns, COLUMNS);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		struct framework_area area = {
			.framework = table_cell(table, row, FRAMEWORK),
			.framework_title = table_cell(table, row, TITLE),
			.id = table_cell(table, row, ID),
			.name = table_cell(table, row, NAME),
			.aim = table_cell(table, row, AIM),
			.indicators = table_cell(table, row, INDICATORS),
			.answer = table_cell(table, row, ANSWER),
			.confidence = table_cell(table, row, CONFIDENCE),
			.note = table_cell(table, row, NOTE),
			.at = table_location(table, row, ID),
		};

		check_filled(loader, table, row, FRAMEWORK, NAME);
		check_confidence(loader, table, row, CONFIDENCE);
		if (framework_area_find(lists, area.framework, area.id) != NULL)
			bad_cell(loader, table, row, ID, "the framework has it already");
		check_answer(loader, table, row, ANSWER);
		lists->areas = arena_grow(loader->arena, lists->areas, lists->area_count,
					  &lists->area_capacity, sizeof(area));
		lists->areas[lists->area_count++] = area;
	}
}

struct statement_lists *statement_read(struct arena *arena, const char *folder,
				       struct diag_list *diags)
{
	size_t errors = diag_errors(diags);
	struct loader loader = {
		.arena = arena,
		.folder = folder,
		.lists = arena_alloc(arena, sizeof(struct statement_lists)),
		.diags = diags,
	};

	read_sections(&loader);
	read_editions(&loader);
	read_provisions(&loader);
	read_expectations(&loader);
	read_areas(&loader);
	return diag_errors(diags) == errors ? loader.lists : NULL;
}
