/*
 * review.c - the views of the issuing body on the use of information, and how far each was met.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/written.h"

enum { NOT, PARTLY, MET, OPEN, ASSESSMENTS };
enum { VIEW, ASSESSMENT, EVIDENCE, NEXT_STEP, COLUMNS };
enum { NAMED_MOST = 2 };

static const char *const is_words[] = { [NOT] = "not-met", [PARTLY] = "partly-met", [MET] = "met" };

/* A review while it is resolved. */
struct review {
	struct resolver *resolver;
	const struct scope *scope;
	const struct block *block;
	const struct statement_edition *edition;
	size_t counts[ASSESSMENTS], total;
	const char *names[NAMED_MOST]; /* of the first views that were not met */
};

static const struct block *find_view(const struct block *block, const char *id)
{
	for (const struct block *view = block->children; view != NULL; view = view->next)
		if (view->kind == BLOCK_VIEW && strcmp(view->reference.of.text, id) == 0)
			return view;
	return NULL;
}

static int assessment_of(const struct block *view)
{
	for (int i = 0; view != NULL && view->is.text != NULL && i < OPEN; i++)
		if (strcmp(view->is.text, is_words[i]) == 0)
			return i;
	return OPEN;
}

/* -- rows --------------------------------------------------------------------------------------- */

static void assess(struct review *review, struct table_cell *cell, int assessment,
		   struct location at, const char *name)
{
	static const enum cell_mark marks[] = {
		[NOT] = MARK_RING, [PARTLY] = MARK_HALF, [MET] = MARK_FULL
	};
	static const enum string_id words[] = { [NOT] = STRING_VIEW_NOT_MET,
						[PARTLY] = STRING_VIEW_PARTLY_MET,
						[MET] = STRING_VIEW_MET };
	struct resolver *resolver = review->resolver;

	review->counts[assessment]++;
	review->total++;
	if (assessment == NOT && review->counts[NOT] <= NAMED_MOST)
		review->names[review->counts[NOT] - 1] = name;
	if (assessment == OPEN) {
		add_author_gap(resolver, &cell->text, at, name, word_of(resolver, STRING_GAP_VIEW));
		return;
	}
	cell->mark = marks[assessment];
	text_add(resolver->arena, &cell->text, word_of(resolver, words[assessment]))->strong = true;
}

/* Evidence of every view; the reason of one that was not met in full. */
static void add_evidence(struct review *review, struct text *text, const struct block *view,
			 int assessment, const char *name)
{
	struct resolver *resolver = review->resolver;
	const struct block *reason = written_child(view, BLOCK_REASON);
	struct written_gap gap = { .what = STRING_GAP_EVIDENCE, .about = name, .at = view->at };

	add_written(resolver, review->scope, text, "", written_child(view, BLOCK_EVIDENCE), &gap);
	gap.what = STRING_GAP_REASON;
	if (reason != NULL || assessment == PARTLY || assessment == NOT)
		add_written(resolver, review->scope, text, word_of(resolver, STRING_LEAD_REASON),
			    reason, &gap);
}

static void add_next_step(struct review *review, struct text *text, const struct block *view,
			  int assessment, const char *name)
{
	struct resolver *resolver = review->resolver;
	const struct block *step = written_child(view, BLOCK_NEXT_STEP);

	if (step == NULL && assessment == MET) {
		append_words(resolver, text, word_of(resolver, STRING_NO_NEXT_STEP));
		return;
	}
	add_written(resolver, review->scope, text, "", step,
		    &(struct written_gap){
			    .what = STRING_GAP_NEXT_STEP, .about = name, .at = view->at });
	if (step != NULL)
		add_owner_and_date(resolver, text, step, name);
}

static void add_row(struct review *review, struct table *table,
		    const struct statement_expectation *expectation)
{
	struct resolver *resolver = review->resolver;
	const struct block *view = find_view(review->block, expectation->id);
	int assessment = assessment_of(view);
	struct table_cell *cells = written_row(resolver, table);

	cells[VIEW].text = plain_text(resolver, expectation->name);
	cells[VIEW].detail = plain_text(resolver, expectation->meaning);
	assess(review, &cells[ASSESSMENT], assessment, view != NULL ? view->at : review->block->at,
	       expectation->name);
	if (view == NULL) {
		/* Told once, but no cell is empty. */
		add_gap_words(resolver, &cells[EVIDENCE].text, STRING_GAP_EVIDENCE);
		add_gap_words(resolver, &cells[NEXT_STEP].text, STRING_GAP_NEXT_STEP);
		return;
	}
	add_evidence(review, &cells[EVIDENCE].text, view, assessment, expectation->name);
	add_next_step(review, &cells[NEXT_STEP].text, view, assessment, expectation->name);
}

static void add_rows(struct review *review, struct table *table)
{
	struct resolver *resolver = review->resolver;
	const struct statement_lists *lists = resolver->statement;

	for (size_t i = 0; i < lists->expectation_count; i++) {
		const struct statement_expectation *expectation = &lists->expectations[i];

		if (strcmp(expectation->edition, review->edition->id) != 0)
			continue;
		add_row(review, table, expectation);
		note_unchecked(resolver, review->block->at, expectation->id,
			       expectation->confidence);
	}
}

/* -- the sentence about all of them -------------------------------------------------------------- */

static const char *count_words(const struct review *review, int assessment)
{
	static const enum string_id ids[] = { [NOT] = STRING_VIEWS_NOT_OTHER,
					      [PARTLY] = STRING_VIEWS_PARTLY_OTHER,
					      [MET] = STRING_VIEWS_MET_OTHER,
					      [OPEN] = STRING_VIEWS_OPEN_OTHER };

	return words_counted(&review->resolver->words, ids[assessment], review->counts[assessment],
			     (struct placeholder[]){ { 0 } });
}

/* "1 was not met (“Evaluate what changed”)". */
static const char *with_names(const struct review *review, const char *count)
{
	const struct words *words = &review->resolver->words;
	const char *names[NAMED_MOST];

	if (review->counts[NOT] > NAMED_MOST)
		return count;
	for (size_t i = 0; i < review->counts[NOT]; i++)
		names[i] =
			words_fill(words, STRING_NAME_QUOTED,
				   (struct placeholder[]){ { "name", review->names[i] }, { 0 } });
	return words_fill(words, STRING_VIEWS_NAMED,
			  (struct placeholder[]){
				  { "words", count },
				  { "names", names_joined(words, names, review->counts[NOT]) },
				  { 0 } });
}

static const char *summary(const struct review *review)
{
	static const int order[] = { MET, PARTLY, NOT, OPEN };
	const struct words *words = &review->resolver->words;
	const char *parts[ASSESSMENTS];
	size_t count = 0;
	struct placeholder fill[] = { { "total", words_number(words, (double)review->total, 0) },
				      { "body", review->edition->issuing_body },
				      { "parts", "" },
				      { 0 } };

	if (review->counts[MET] == review->total)
		return words_fill(words, STRING_REVIEW_ALL_MET, fill);
	if (review->counts[PARTLY] == review->total)
		return words_fill(words, STRING_REVIEW_ALL_PARTLY, fill);
	if (review->counts[NOT] == review->total)
		return words_fill(words, STRING_REVIEW_NONE_MET, fill);
	for (size_t i = 0; i < ASSESSMENTS; i++) {
		if (review->counts[order[i]] == 0)
			continue;
		parts[count] = count_words(review, order[i]);
		if (order[i] == NOT)
			parts[count] = with_names(review, parts[count]);
		count++;
	}
	fill[2].text = names_joined(words, parts, count);
	return words_fill(words, STRING_REVIEW_SUMMARY, fill);
}

static bool has_finding(const struct node *parent)
{
	for (const struct node *node = parent->first; node != NULL; node = node->next)
		if (node->kind == NODE_TEXT && node->role == ROLE_FINDING)
			return true;
	return false;
}

/* The author's finding stands, in the review or before it; without one the rule says how many were met. */
static void add_finding(const struct review *review, struct node *parent)
{
	struct resolver *resolver = review->resolver;
	const struct block *own = written_child(review->block, BLOCK_FINDING);
	struct node *node;

	if (own != NULL) {
		/* The document keeps what stands in it. */
		struct block *alone = arena_alloc(resolver->arena, sizeof(*alone));

		*alone = *own;
		alone->next = NULL;
		resolve_blocks(resolver, review->scope, alone, parent);
		return;
	}
	if (has_finding(parent))
		return;
	node = node_new(resolver->arena, NODE_TEXT, review->block->at);
	node->role = ROLE_FINDING;
	node->text = plain_text(resolver, summary(review));
	node_append(parent, node);
}

/* -- the whole ---------------------------------------------------------------------------------- */

static const char **view_ids(const struct review *review, size_t *count)
{
	const struct statement_lists *lists = review->resolver->statement;
	const char **ids =
		arena_array(review->resolver->arena, lists->expectation_count + 1, sizeof(*ids));

	*count = 0;
	for (size_t i = 0; i < lists->expectation_count; i++)
		if (strcmp(lists->expectations[i].edition, review->edition->id) == 0)
			ids[(*count)++] = lists->expectations[i].id;
	return ids;
}

static void set_words(struct review *review, struct node *node)
{
	struct resolver *resolver = review->resolver;
	const struct placeholder parts[] = {
		{ "body", review->edition->issuing_body },
		{ "title", review->edition->title },
		{ 0 },
	};

	set_figure_words(
		resolver, review->scope, review->block, node,
		(struct figure_words){
			.title = words_fill(&resolver->words, STRING_REVIEW_TITLE, parts),
			.subtitle = written_subtitle(resolver, STRING_REVIEW_SUBTITLE),
			.notes = plain_text(
				resolver, words_fill(&resolver->words, STRING_REVIEW_NOTE, parts)),
		});
}

void resolve_review(struct resolver *resolver, const struct scope *scope, const struct block *block,
		    struct node *parent)
{
	static const enum string_id headings[] = { STRING_HEADING_VIEW, STRING_HEADING_ASSESSMENT,
						   STRING_HEADING_EVIDENCE,
						   STRING_HEADING_NEXT_STEP };
	static const double weights[] = { 46, 26, 43, 42 }; /* millimetres */
	struct review review = { .resolver = resolver, .scope = scope, .block = block };
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct table *table;
	const char **ids;
	size_t count;

	if (demand_of(resolver, "review", block->at) == NULL)
		return;
	review.edition = resolver->demand->edition;
	ids = view_ids(&review, &count);
	check_entries(resolver, block, BLOCK_VIEW, ids, count);
	table = written_table(resolver, headings, weights, COLUMNS);
	table->columns[VIEW].heading = words_fill(
		&resolver->words, STRING_HEADING_VIEW,
		(struct placeholder[]){ { "body", review.edition->issuing_body }, { 0 } });
	add_rows(&review, table);
	if (table->row_count == 0)
		return;
	add_finding(&review, parent);
	node->table = table;
	set_words(&review, node);
	number_table(resolver, block, node);
	node_append(parent, node);
}
