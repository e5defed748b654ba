/*
 * glossary.c - the table of terms and abbreviations that the document uses.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "resolve/glossary_parts.h"
#include "resolve/written.h"

enum { WORD, MEANING, COLUMNS };

/* One entry on its way to a row; its number in the search is its place among the others. */
struct entry {
	const char *term, *abbreviation, *meaning;
	const struct block *block; /* of the author; NULL for one of the list */
	struct text text;          /* the author's meaning */
	bool used;
	const char *heading;
};

struct glossary {
	struct resolver *resolver;
	struct glossary_search search;
	struct entry *entries;
	size_t count, capacity;
};

/* -- a place for it ----------------------------------------------------------------------------- */

static struct table *new_table(struct resolver *resolver)
{
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));

	table->open = table->dense = true;
	table->column_count = COLUMNS;
	table->columns = arena_array(resolver->arena, COLUMNS, sizeof(*table->columns));
	table->columns[WORD] = (struct table_column){
		.kind = COLUMN_NAME, .heading = word_of(resolver, STRING_GLOSSARY_WORD), .weight = 5
	};
	table->columns[MEANING] =
		(struct table_column){ .kind = COLUMN_TEXT,
				       .heading = word_of(resolver, STRING_GLOSSARY_MEANING),
				       .weight = 11 };
	return table;
}

void resolve_glossary(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent)
{
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct table *table = new_table(resolver);

	node->table = table;
	node->label = "";
	node->language = block->language;
	give_anchor(resolver, node, block->id, "glossary", "");
	node_append(parent, node);
	resolver->glossaries =
		arena_grow(resolver->arena, resolver->glossaries, resolver->glossary_count,
			   &resolver->glossary_capacity, sizeof(*resolver->glossaries));
	resolver->glossaries[resolver->glossary_count++] =
		(struct glossary_place){ node, table, block, *scope };
}

/* -- entries ------------------------------------------------------------------------------------ */

static struct entry *add_entry(struct glossary *glossary, struct entry entry)
{
	glossary->entries = arena_grow(glossary->resolver->arena, glossary->entries,
				       glossary->count, &glossary->capacity, sizeof(entry));
	glossary->entries[glossary->count] = entry;
	return &glossary->entries[glossary->count++];
}

static bool has_name(const struct glossary *glossary, const char *name)
{
	for (size_t i = 0; i < glossary->search.count && name[0] != '\0'; i++)
		if (strcmp(glossary->search.names[i].text, name) == 0)
			return true;
	return false;
}

/* The author's entries come first: what they name is not taken from the list. */
static void add_own(struct glossary *glossary, const struct glossary_place *place)
{
	struct resolver *resolver = glossary->resolver;

	for (const struct block *block = place->block->children; block != NULL;
	     block = block->next) {
		const char *abbreviation =
			block->abbreviation.text == NULL ? "" : block->abbreviation.text;
		int number = (int)glossary->count;

		search_add(&glossary->search, number, NAME_TERM, block->term.text);
		search_add(&glossary->search, number, NAME_ABBREVIATION, abbreviation);
		add_entry(glossary,
			  (struct entry){
				  .term = block->term.text,
				  .abbreviation = abbreviation,
				  .block = block,
				  .text = resolve_inline(resolver, &place->scope, block->text),
			  });
	}
}

static void add_listed(struct glossary *glossary)
{
	const struct reference *reference = glossary->resolver->reference;

	for (size_t i = 0; i < reference->glossary_count; i++) {
		const struct glossary_entry *listed = &reference->glossary[i];

		if (has_name(glossary, listed->term) || has_name(glossary, listed->abbreviation))
			continue;
		search_add_entry(&glossary->search, (int)glossary->count, listed);
		add_entry(glossary, (struct entry){ .term = listed->term,
						    .abbreviation = listed->abbreviation,
						    .meaning = listed->meaning });
	}
}

/* What <abbr> says in full needs no further meaning. */
static void add_abbreviations(struct glossary *glossary)
{
	const struct resolver *resolver = glossary->resolver;

	for (size_t i = 0; i < resolver->abbreviation_count; i++) {
		const struct abbreviation *known = &resolver->abbreviations[i];

		if (has_name(glossary, known->text))
			continue;
		search_add(&glossary->search, (int)glossary->count, NAME_ABBREVIATION, known->text);
		add_entry(glossary, (struct entry){ .term = known->full,
						    .abbreviation = known->text,
						    .meaning = "" });
	}
}

static void add_codes(struct glossary *glossary)
{
	const struct dataset *dataset = glossary->resolver->dataset;
	const struct reference *reference = glossary->resolver->reference;

	for (size_t i = 0; i < dataset->indicators->count; i++)
		search_add_code(&glossary->search, dataset->indicators->items[i].id);
	for (size_t i = 0; i < dataset->organisation_count; i++) {
		search_add_code(&glossary->search, dataset->organisations[i].code);
		search_add_code(&glossary->search, dataset->organisations[i].other_code);
	}
	for (size_t i = 0; i < reference->rule_count; i++)
		search_add_code(&glossary->search, reference->rules[i].id);
}

/* -- what is used ------------------------------------------------------------------------------- */

static struct location place_of(const struct glossary_place *place, const struct entry *entry)
{
	return entry->block == NULL ? place->block->at : entry->block->at;
}

/* An entry that the document uses may use others in its meaning. */
static void mark_used(struct glossary *glossary, const struct glossary_place *place)
{
	bool more = true;

	glossary->search.scratch = arena_new();
	search_document(&glossary->search);
	while (more) {
		more = false;
		for (size_t i = 0; i < glossary->search.count; i++) {
			struct entry *entry = &glossary->entries[glossary->search.names[i].entry];

			if (!glossary->search.names[i].seen || entry->used)
				continue;
			entry->used = more = true;
			search_text(&glossary->search,
				    entry->block == NULL
					    ? entry->meaning
					    : text_plain(glossary->search.scratch, &entry->text),
				    place_of(place, entry), true);
		}
	}
	arena_free(glossary->search.scratch);
	for (size_t i = 0; i < glossary->count; i++)
		if (glossary->entries[i].block != NULL && !glossary->entries[i].used)
			diag_add(glossary->resolver->diags, DIAG_ENTRY_UNUSED,
				 glossary->entries[i].block->at, glossary->entries[i].term, NULL);
}

/* -- rows --------------------------------------------------------------------------------------- */

/* A single word in capitals, under which readers look an entry up. */
static bool heads(const struct glossary_name *name)
{
	return name->seen &&
	       (name->kind == NAME_ABBREVIATION ||
		(name->kind == NAME_OTHER && name->exact && strchr(name->text, ' ') == NULL));
}

/* "ICB", "A&E, ED"; the term where no abbreviation is used; "Deprivation fifth (quintile)" where only that is. */
static const char *heading_of(const struct glossary *glossary, int number)
{
	const struct entry *entry = &glossary->entries[number];
	struct resolver *resolver = glossary->resolver;
	const char *heading = "", *other = "";
	bool term = false;

	for (size_t i = 0; i < glossary->search.count; i++) {
		const struct glossary_name *name = &glossary->search.names[i];

		if (name->entry != number || !name->seen)
			continue;
		if (heads(name))
			heading = arena_printf(resolver->arena, "%s%s%s", heading,
					       heading[0] == '\0' ? "" : ", ", name->text);
		else if (name->kind == NAME_TERM)
			term = true;
		else if (other[0] == '\0')
			other = name->text;
	}
	if (heading[0] != '\0')
		return heading;
	heading = words_capital(&resolver->words, entry->term);
	return term || other[0] == '\0' || strcasestr(heading, other) != NULL
		       ? heading
		       : arena_printf(resolver->arena, "%s (%s)", heading, other);
}

static const char *next_letter(const char *text)
{
	while (*text != '\0' && !isalnum((unsigned char)*text) && (unsigned char)*text < 0x80)
		text++;
	return text;
}

/* The order of the alphabet: blanks, hyphens and capitals do not count. */
static int compare_entries(const void *a, const void *b)
{
	const struct entry *first = a, *second = b;
	const char *x = next_letter(first->heading), *y = next_letter(second->heading);

	while (*x != '\0' && tolower((unsigned char)*x) == tolower((unsigned char)*y)) {
		x = next_letter(x + 1);
		y = next_letter(y + 1);
	}
	if (*x != *y)
		return tolower((unsigned char)*x) < tolower((unsigned char)*y) ? -1 : 1;
	return strcmp(first->heading, second->heading);
}

/* An abbreviation is written out first; then comes what it means. */
static struct text meaning_of(struct resolver *resolver, const struct entry *entry)
{
	const char *term = words_capital(&resolver->words, entry->term);
	const struct placeholder parts[] = { { "term", term }, { 0 } };
	struct text text = { 0 };

	if (strncmp(entry->heading, term, strlen(term)) != 0)
		append_words(resolver, &text,
			     words_fill(&resolver->words, STRING_GLOSSARY_IN_FULL, parts));
	if (entry->block == NULL) {
		append_sentence(resolver, &text, entry->meaning);
		return text;
	}
	if (text.count > 0 && entry->text.count > 0)
		append_words(resolver, &text, " ");
	append_text(resolver, &text, &entry->text);
	return text;
}

static void add_row(struct resolver *resolver, struct table *table, const struct entry *entry)
{
	struct table_cell *cells = written_row(resolver, table);

	cells[WORD].text = plain_text(resolver, entry->heading);
	cells[MEANING].text = meaning_of(resolver, entry);
}

static void fill(struct resolver *resolver, struct glossary_place *place)
{
	struct glossary glossary = {
		.resolver = resolver,
		.search = { .resolver = resolver, .codes = string_index_new(resolver->arena) },
	};

	add_own(&glossary, place);
	add_listed(&glossary);
	add_abbreviations(&glossary);
	add_codes(&glossary);
	mark_used(&glossary, place);
	for (size_t i = 0; i < glossary.count; i++)
		glossary.entries[i].heading = heading_of(&glossary, (int)i);
	qsort(glossary.entries, glossary.count, sizeof(*glossary.entries), compare_entries);
	for (size_t i = 0; i < glossary.count; i++)
		if (glossary.entries[i].used)
			add_row(resolver, place->table, &glossary.entries[i]);
	if (place->table->row_count > 0)
		return;
	place->node->kind = NODE_TEXT;
	place->node->table = NULL;
	place->node->text = plain_text(resolver, word_of(resolver, STRING_GLOSSARY_EMPTY));
}

void finish_glossaries(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->glossary_count; i++)
		fill(resolver, &resolver->glossaries[i]);
}
