/** What the doors of jobs refuse, and what to do about it. */
export const jobProblems = {
  'job-not-done': {
    status: 409,
    es: {
      title: 'El trabajo no tiene resultado',
      detail: 'Aún no termina, falló o fue cancelado: vea su estado en /v1/jobs/{id}; si está en curso, espere.',
    },
    en: {
      title: 'The job has no result',
      detail: 'It has not ended, failed or was cancelled: see its state at /v1/jobs/{id}; if it is under way, wait.',
    },
  },
  'job-ended': {
    status: 409,
    es: { title: 'El trabajo ya terminó', detail: 'Un trabajo que terminó no se puede cancelar; su estado no cambia.' },
    en: { title: 'The job has ended', detail: 'A job that has ended cannot be cancelled; its state stays.' },
  },
  'result-expired': {
    status: 410,
    es: {
      title: 'El resultado ya no se guarda',
      detail: 'Pasó el tiempo por el que se guarda (PFV_JOB_DAYS); vuelva a pedir el trabajo.',
    },
    en: {
      title: 'The result is no longer kept',
      detail: 'The time for which it is kept has passed (PFV_JOB_DAYS); ask for the job again.',
    },
  },
  'too-many-jobs': {
    status: 429,
    es: {
      title: 'Demasiados trabajos abiertos',
      detail: 'Hay demasiados trabajos sin terminar; espere a que terminen o cancele algunos.',
    },
    en: {
      title: 'Too many open jobs',
      detail: 'Too many jobs have not ended; wait for them or cancel some.',
    },
  },
} as const
