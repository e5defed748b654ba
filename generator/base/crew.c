#include "base/crew.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

#include "base/arena.h"

/*
 * More helpers would wait for their giver, who has a part of the work of his own. Two waiting pieces for each: one small
 * piece after a large one leaves no helper idle.
 */
enum { HELPERS_MOST = 3, WAITING_EACH = 2, WAITING_MOST = HELPERS_MOST * WAITING_EACH };

struct piece_of_work {
	void (*work)(void *piece);
	void *piece;
};

struct crew {
	pthread_mutex_t lock;
	pthread_cond_t changed; /* a piece waits, or no more will come */
	struct piece_of_work waiting[WAITING_MOST];
	size_t first, count; /* of a ring */
	bool over;
	pthread_t helpers[HELPERS_MOST];
	size_t helpers_wanted, helper_count;
};

size_t crew_threads(unsigned asked)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	if (asked > 0)
		return asked;
	return processors < 1 ? 1 : (size_t)processors;
}

struct crew *crew_new(struct arena *arena, size_t threads)
{
	struct crew *crew = arena_alloc(arena, sizeof(*crew));
	size_t helpers = threads > 0 ? threads - 1 : 0;

	*crew = (struct crew){ .helpers_wanted = helpers > HELPERS_MOST ? HELPERS_MOST : helpers };
	pthread_mutex_init(&crew->lock, NULL);
	pthread_cond_init(&crew->changed, NULL);
	return crew;
}

/* -- helpers -------------------------------------------------------------------------------------- */

/* False when no more will come. */
static bool take(struct crew *crew, struct piece_of_work *taken)
{
	bool found;

	pthread_mutex_lock(&crew->lock);
	while (crew->count == 0 && !crew->over)
		pthread_cond_wait(&crew->changed, &crew->lock);
	found = crew->count > 0;
	if (found) {
		*taken = crew->waiting[crew->first];
		crew->first = (crew->first + 1) % WAITING_MOST;
		crew->count--;
	}
	pthread_mutex_unlock(&crew->lock);
	return found;
}

static void *help(void *crew)
{
	struct piece_of_work taken;

	while (take(crew, &taken))
		taken.work(taken.piece);
	return NULL;
}

/* Where no more threads may be made there are fewer, or none. */
static void begin(struct crew *crew)
{
	while (crew->helper_count < crew->helpers_wanted) {
		if (pthread_create(&crew->helpers[crew->helper_count], NULL, help, crew) != 0) {
			crew->helpers_wanted = crew->helper_count;
			return;
		}
		crew->helper_count++;
	}
}

/* -- the giver ------------------------------------------------------------------------------------ */

/* False when enough are waiting. */
static bool give(struct crew *crew, struct piece_of_work piece)
{
	bool given;

	pthread_mutex_lock(&crew->lock);
	given = crew->count < crew->helper_count * WAITING_EACH;
	if (given) {
		crew->waiting[(crew->first + crew->count++) % WAITING_MOST] = piece;
		pthread_cond_signal(&crew->changed);
	}
	pthread_mutex_unlock(&crew->lock);
	return given;
}

void crew_do(struct crew *crew, void (*work)(void *piece), void *piece)
{
	begin(crew);
	if (!give(crew, (struct piece_of_work){ work, piece }))
		work(piece);
}

void crew_end(struct crew *crew)
{
	struct piece_of_work left;

	pthread_mutex_lock(&crew->lock);
	crew->over = true;
	pthread_cond_broadcast(&crew->changed);
	pthread_mutex_unlock(&crew->lock);
	while (take(crew, &left))
		left.work(left.piece);
	for (size_t i = 0; i < crew->helper_count; i++)
		pthread_join(crew->helpers[i], NULL);
	pthread_cond_destroy(&crew->changed);
	pthread_mutex_destroy(&crew->lock);
}
