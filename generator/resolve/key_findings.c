/*
 * key_findings.c - the findings that a reader should see first, as cards or as a list.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/figure.h"
#include "resolve/written.h"
#include "words/finding_words.h"

enum { PINS_MOST = 24, CARDS_A_ROW = 3 };

/* -- what the author wants ---------------------------------------------------------------------- */

static bool find_pin(struct resolver *resolver, const struct scope *around,
		     const struct block *child, int organisation, struct finding_pin *pin)
{
	struct scope scope = scope_within(around, &child->reference);

	/* The breakdown is that of the pin itself: the one around it is for what stands around. */
	scope.reference.by = child->reference.by;
	pin->indicator = scope_indicator(resolver, &scope, child->at);
	return pin->indicator >= 0 && scope_classification(resolver, &scope, pin->indicator,
							   organisation, &pin->classification);
}

struct wishes {
	struct finding_wish wish;
	struct finding_pin pins[PINS_MOST];
	int *except;
};

/* False after a diagnostic. */
static bool read_wishes(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct wishes *wishes)
{
	size_t most = resolver->dataset->indicators->count;
	struct block list = { .at = block->at, .indicators = block->except };

	wishes->wish.most = block->most > 0 ? block->most : FINDINGS_USUAL;
	wishes->wish.organisation = scope_organisation(resolver, scope, block->at);
	if (wishes->wish.organisation < 0)
		return false;
	for (const struct block *child = block->children;
	     child != NULL && wishes->wish.pin_count < PINS_MOST; child = child->next) {
		if (!find_pin(resolver, scope, child, wishes->wish.organisation,
			      &wishes->pins[wishes->wish.pin_count]))
			return false;
		wishes->wish.pin_count++;
	}
	wishes->wish.pins = wishes->pins;
	wishes->except = arena_array(resolver->arena, most + 1, sizeof(*wishes->except));
	if (block->except.text != NULL) {
		wishes->wish.except_count =
			scope_indicators(resolver, scope, &list, wishes->except, most);
		if (wishes->wish.except_count == 0)
			return false;
	}
	wishes->wish.except = wishes->except;
	return true;
}

/* Who pins a finding relies on it. */
static void check_pins(struct resolver *resolver, const struct block *block,
		       const struct wishes *wishes, const struct findings *findings)
{
	const struct block *child = block->children;

	for (size_t p = 0; p < wishes->wish.pin_count; p++, child = child->next) {
		bool told = false;

		for (size_t i = 0; i < findings->chosen; i++)
			told = told ||
			       findings->items[i].key.indicator == wishes->pins[p].indicator;
		if (!told)
			diag_add(resolver->diags, DIAG_FINDING_NOT_TOLD, child->at,
				 resolver->dataset->indicators->items[wishes->pins[p].indicator].id,
				 NULL);
	}
}

/* -- cards and lists ---------------------------------------------------------------------------- */

/* What a finding rests on. */
static void note_uses(struct resolver *resolver, const struct view *view,
		      const struct finding *finding, const struct finding_words *said,
		      struct location at)
{
	const struct view_group *group = view_find_group(view, finding->first);

	if (finding->form == FINDING_ENDS) {
		use_phrase(resolver, said->measure == MEASURE_RATIO ? "ratio" : "comparison", at,
			   view, NULL, said->sentence);
		return;
	}
	use_values(resolver, view, group, at);
	use_values(resolver, view,
		   finding->second == GROUP_ALL ? NULL : view_find_group(view, finding->second),
		   at);
	resolver->compared |= finding->form == FINDING_TWO ? COMPARED_PAIR : COMPARED_TOTAL;
}

static struct node *card_of(struct resolver *resolver, const struct finding_words *said,
			    const char *indicator, struct location at)
{
	struct node *tile = node_new(resolver->arena, NODE_TILE, at);

	tile->figure = said->figure;
	tile->text = plain_text(resolver, said->card);
	remember_indicator(resolver, tile, NULL, indicator);
	return tile;
}

/* The page comes before the full stop. */
static const char *without_stop(struct resolver *resolver, const char *sentence)
{
	size_t length = strlen(sentence);

	return length > 0 && sentence[length - 1] == '.'
		       ? arena_strndup(resolver->arena, sentence, length - 1)
		       : sentence;
}

static struct node *item_of(struct resolver *resolver, const struct finding_words *said,
			    const char *indicator, struct location at)
{
	struct node *item = node_new(resolver->arena, NODE_ITEM, at);

	item->role = ROLE_BODY;
	item->text = plain_text(resolver, without_stop(resolver, said->sentence));
	remember_indicator(resolver, NULL, &item->text, indicator);
	return item;
}

static struct node *holder_of(struct resolver *resolver, const struct block *block, bool cards)
{
	struct node *holder = node_new(resolver->arena, cards ? NODE_TILES : NODE_LIST, block->at);

	holder->columns = !cards ? 1 : block->columns > 0 ? block->columns : CARDS_A_ROW;
	if (block->id[0] != '\0')
		give_anchor(resolver, holder, block->id, "", "");
	return holder;
}

static void add_findings(struct resolver *resolver, const struct block *block, struct node *parent,
			 const struct findings *findings)
{
	bool cards = block->form.text == NULL || strcmp(block->form.text, "cards") == 0;
	struct node *holder = holder_of(resolver, block, cards);

	for (size_t i = 0; i < findings->chosen; i++) {
		const struct finding *finding = &findings->items[i];
		struct view view = view_of(resolver->arena, resolver->results, &finding->key);
		struct finding_words said = finding_in_words(&resolver->words, &view, finding, i);
		const char *id = view.indicator->id;

		node_append(holder, cards ? card_of(resolver, &said, id, block->at)
					  : item_of(resolver, &said, id, block->at));
		note_uses(resolver, &view, finding, &said, block->at);
	}
	node_append(parent, holder);
}

static void say_none(struct resolver *resolver, const struct block *block, struct node *parent)
{
	const struct placeholder parts[] = {
		{ "reason", word_of(resolver, STRING_REASON_FINDING_NONE) }, { 0 }
	};

	diag_add(resolver->diags, DIAG_FINDINGS_NONE, block->at, NULL, NULL);
	say_instead(resolver, parent, block->at,
		    words_fill(&resolver->words, STRING_FINDING_NONE, parts));
}

void resolve_key_findings(struct resolver *resolver, const struct scope *around,
			  const struct block *block, struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct wishes wishes = { 0 };
	struct findings findings, *kept = arena_alloc(resolver->arena, sizeof(*kept));

	if (!read_wishes(resolver, &scope, block, &wishes))
		return;
	findings = key_findings(resolver->arena, resolver->results, &wishes.wish);
	check_pins(resolver, block, &wishes, &findings);
	*kept = findings;
	if (resolver->document->findings == NULL)
		resolver->document->findings = kept;
	if (findings.chosen == 0)
		say_none(resolver, block, parent);
	else
		add_findings(resolver, block, parent, &findings);
}
