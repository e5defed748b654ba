/*
 * crew.h - pieces of work that other threads do while their giver goes on.
 *
 * Purpose:   work that takes long and depends on nothing else, such as packing bytes. What comes of it must not depend
 *            on which thread does it, nor when: then it is the same with any number of threads.
 * Threads:   begin with the first piece and are gone after crew_end(), which must be called before the process forks.
 *            When few pieces more than there are threads wait already, or no thread could be made, the giver does a piece
 *            itself: it is never idle, and never far ahead with what the pieces hold in memory.
 * Ownership: the arena holds the crew; a piece is the giver's, and nobody else's business until crew_end().
 */
#ifndef GRADIENT_BASE_CREW_H
#define GRADIENT_BASE_CREW_H

#include <stddef.h>

struct arena;
struct crew;

/* So many threads as were asked for; 0: as many as there are processors. At least one. */
size_t crew_threads(unsigned asked);

/* threads counts that of the giver: with one of them it does everything itself. */
struct crew *crew_new(struct arena *arena, size_t threads);

void crew_do(struct crew *crew, void (*work)(void *piece), void *piece);

/* Returns when all pieces are done. The crew is not to be used any more. */
void crew_end(struct crew *crew);

#endif
