#include "resolve/written.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"

struct table *written_table(struct resolver *resolver, const enum string_id *headings,
			    const double *weights, size_t count)
{
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));

	table->open = true;
	table->column_count = count;
	table->columns = arena_array(resolver->arena, count, sizeof(*table->columns));
	for (size_t i = 0; i < count; i++)
		table->columns[i] = (struct table_column){
			.kind = i == 0 ? COLUMN_NAME : COLUMN_TEXT,
			.heading = word_of(resolver, headings[i]),
			.weight = weights[i],
		};
	return table;
}

struct table_cell *written_row(struct resolver *resolver, struct table *table)
{
	struct table_row *row;

	table->rows = arena_grow(resolver->arena, table->rows, table->row_count,
				 &table->row_capacity, sizeof(*table->rows));
	row = &table->rows[table->row_count++];
	row->cells = arena_array(resolver->arena, table->column_count, sizeof(*row->cells));
	row->total = false;
	for (size_t i = 0; i < table->column_count; i++)
		row->cells[i].state = VALUE_SHOWN;
	return row->cells;
}

const struct block *written_child(const struct block *block, enum block_kind kind)
{
	const struct block *child = block->children;

	while (child != NULL && child->kind != kind)
		child = child->next;
	return child;
}

void begin_line(struct resolver *resolver, struct text *text)
{
	if (text->count > 0)
		append_words(resolver, text, "\n");
}

static void add_lead(struct resolver *resolver, struct text *text, const char *lead)
{
	if (lead[0] == '\0')
		return;
	text_add(resolver->arena, text, lead)->strong = true;
	append_words(resolver, text, " ");
}

void add_written(struct resolver *resolver, const struct scope *scope, struct text *text,
		 const char *lead, const struct block *block, const struct written_gap *gap)
{
	struct text own = { 0 };

	begin_line(resolver, text);
	add_lead(resolver, text, lead);
	if (block != NULL) {
		struct scope within = scope_within(scope, &block->reference);

		if (block->language != NULL)
			within.language = block->language;
		own = resolve_running_text(resolver, &within, block->text);
	}
	if (!text_says_nothing(resolver, &own))
		append_text(resolver, text, &own);
	else
		add_author_gap(resolver, text, block != NULL ? block->at : gap->at, gap->about,
			       word_of(resolver, gap->what));
}

/* -- owners and dates --------------------------------------------------------------------------- */

/* True of what begins like a date in figures: four digits and a hyphen. */
static bool looks_like_date(const char *text)
{
	for (int i = 0; i < 4; i++)
		if (!isdigit((unsigned char)text[i]))
			return false;
	return text[4] == '-';
}

const char *written_date(struct resolver *resolver, const struct word *date)
{
	struct date day;
	const char *whole;

	if (!looks_like_date(date->text))
		return date->text;
	if (date_parse(date->text, strlen(date->text), &day))
		return words_date(&resolver->words, day);
	whole = arena_printf(resolver->arena, "%s-01", date->text);
	if (date_parse(whole, strlen(whole), &day))
		return words_month(&resolver->words, day);
	diag_addf(resolver->diags, DIAG_ATTRIBUTE_VALUE, date->at, "\"%s\" is no day or month",
		  date->text);
	return date->text;
}

bool word_is_empty(const struct word *word)
{
	return word->text == NULL || word->text[strspn(word->text, " ")] == '\0';
}

void add_owner_and_date(struct resolver *resolver, struct text *text, const struct block *block,
			const char *about)
{
	bool owner = !word_is_empty(&block->owner), date = !word_is_empty(&block->date);
	const char *words = "";

	if (owner && date)
		words = words_fill(
			&resolver->words, STRING_OWNER_AND_DATE,
			(struct placeholder[]){ { "owner", block->owner.text },
						{ "date", written_date(resolver, &block->date) },
						{ 0 } });
	else if (owner)
		words = block->owner.text;
	else if (date)
		words = written_date(resolver, &block->date);
	if (words[0] != '\0') {
		begin_line(resolver, text);
		text_add(resolver->arena, text, words)->secondary = true;
	}
	if (!owner) {
		begin_line(resolver, text);
		add_author_gap(resolver, text, block->at, about,
			       word_of(resolver, STRING_GAP_OWNER));
	}
	if (!date) {
		begin_line(resolver, text);
		add_author_gap(resolver, text, block->at, about,
			       word_of(resolver, STRING_GAP_DATE));
	}
}

void add_word_or_gap(struct resolver *resolver, struct text *text, const struct word *word,
		     const struct written_gap *gap)
{
	if (word_is_empty(word))
		add_author_gap(resolver, text, gap->at, gap->about, word_of(resolver, gap->what));
	else
		append_words(resolver, text, word->text);
}

const char *written_subtitle(struct resolver *resolver, enum string_id id)
{
	const char *words =
		words_fill(&resolver->words, id,
			   (struct placeholder[]){ { "publisher", resolver->document->publisher },
						   { "period", resolver->document->period },
						   { 0 } });
	size_t length = strlen(words);

	while (length > 0 && strchr(" ,", words[length - 1]) != NULL)
		length--;
	return arena_strndup(resolver->arena, words, length);
}

/* -- lists -------------------------------------------------------------------------------------- */

static bool is_on_list(const char *id, const char *const *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(ids[i], id) == 0)
			return true;
	return false;
}

static bool is_named_before(const struct block *first, const struct block *block)
{
	for (const struct block *other = first; other != block; other = other->next)
		if (other->kind == block->kind &&
		    strcmp(other->reference.of.text, block->reference.of.text) == 0)
			return true;
	return false;
}

void check_entries(struct resolver *resolver, const struct block *block, enum block_kind kind,
		   const char *const *ids, size_t count)
{
	for (const struct block *child = block->children; child != NULL; child = child->next) {
		const struct word *of = &child->reference.of;

		if (child->kind != kind)
			continue;
		if (!is_on_list(of->text, ids, count))
			diag_add(resolver->diags, DIAG_ENTRY_UNKNOWN, of->at, of->text,
				 suggest_hint(resolver->arena, of->text, ids, count));
		else if (is_named_before(block->children, child))
			diag_add(resolver->diags, DIAG_ENTRY_TWICE, of->at, of->text, NULL);
	}
}

void note_unchecked(struct resolver *resolver, struct location at, const char *name,
		    const char *confidence)
{
	const char *before = resolver->unchecked;

	if (strcmp(confidence, "verified") == 0)
		return;
	if (before == NULL)
		resolver->unchecked_at = at;
	resolver->unchecked =
		arena_printf(resolver->arena, "%s%s%s (%s)", before == NULL ? "" : before,
			     before == NULL ? "" : ", ", name, confidence);
}

void tell_unchecked(struct resolver *resolver)
{
	if (resolver->unchecked != NULL)
		diag_add(resolver->diags, DIAG_ENTRY_UNCHECKED, resolver->unchecked_at,
			 resolver->unchecked, NULL);
}

const struct statement_demand *demand_of(struct resolver *resolver, const char *element,
					 struct location at)
{
	if (resolver->demand == NULL)
		diag_addf(resolver->diags, DIAG_STATEMENT_NEEDED, at, "<%s>", element);
	return resolver->demand;
}
