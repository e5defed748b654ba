/* Files that many runs share are read once. */

#include "base/source_store.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "support/workplace.h"

static struct workplace place;
static struct source_store *store;

static void set_up(void)
{
	place = workplace_new();
	store = source_store_new(place.arena);
	workplace_file(&place, "a.csv", "first");
}

static void tear_down(void)
{
	workplace_free(&place);
}

TestSuite(source_store, .init = set_up, .fini = tear_down);

/* A list of another run that shares the store. */
static struct diag_list *run(void)
{
	struct diag_list *diags = diag_list_new(place.arena);

	diag_keep_files(diags);
	diag_use_store(diags, store);
	return diags;
}

static const char *held(struct diag_list *diags)
{
	const char *path = workplace_path(&place, "a.csv");
	const struct source *source = source_read(place.arena, path, path, (struct location){ 0 },
						  DIAG_DATA_UNREADABLE, diags);

	return source == NULL ? "none" : source->bytes;
}

Test(source_store, gives_every_run_the_bytes_of_the_first_and_their_digest)
{
	struct diag_list *first = run(), *second = run();

	cr_expect_str_eq(held(first), "first");
	workplace_file(&place, "a.csv", "second");
	cr_expect_str_eq(held(second), "first");
	cr_assert_eq(diag_file_count(second), 1);
	cr_expect_str_eq(diag_file_at(second, 0)->digest, diag_file_at(first, 0)->digest);
	cr_expect_eq(diag_file_at(second, 0)->size, 5);
	cr_expect_str_eq(held(diag_list_new(place.arena)), "second", "a list without a store");
}

Test(source_store, takes_nothing_more_when_it_is_closed)
{
	source_store_close(store);
	cr_expect_str_eq(held(run()), "first");
	workplace_file(&place, "a.csv", "second");
	cr_expect_str_eq(held(run()), "second");
	cr_expect_not_null(source_store_digest(store, workplace_path(&place, "a.csv")));
}

Test(source_store, tells_the_digest_of_a_file_without_keeping_its_bytes)
{
	const char *path = workplace_path(&place, "a.csv");
	struct diag_list *diags = run();
	const char *digest = source_store_digest(store, path);

	cr_assert_not_null(digest);
	cr_expect_null(source_store_find(store, path)->bytes);
	cr_expect_str_eq(held(diags), "first");
	cr_expect_str_eq(diag_file_at(diags, 0)->digest, digest);
	cr_expect_null(source_store_digest(store, workplace_path(&place, "none.csv")));
}
