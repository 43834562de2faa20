/** What the gate of the service refuses, and what to do about it. */
export const gateProblems = {
  'no-key': {
    status: 401,
    es: {
      title: 'Falta la clave',
      detail: 'Envíe su clave en el encabezado Authorization: Bearer pfv_…; se crea con «pfv keys create».',
    },
    en: {
      title: 'A key is missing',
      detail: 'Send your key in the header Authorization: Bearer pfv_…; "pfv keys create" makes one.',
    },
  },
  'wrong-key': {
    status: 401,
    es: {
      title: 'La clave no sirve',
      detail: 'La clave no existe o fue revocada; pida otra a quien administra el servicio.',
    },
    en: {
      title: 'The key is not valid',
      detail: 'The key does not exist or was revoked; ask whoever runs the service for another.',
    },
  },
  scope: {
    status: 403,
    es: {
      title: 'La clave no alcanza',
      detail:
        'Su clave no permite esta operación: «read» consulta y calcula, «write» también guarda, «admin» también administra claves. Use otra clave.',
    },
    en: {
      title: 'The key is not enough',
      detail:
        'Your key does not allow this: "read" reads and computes, "write" also stores, "admin" also manages keys. Use another key.',
    },
  },
  'foreign-host': {
    status: 403,
    es: {
      title: 'Nombre ajeno',
      detail:
        'Este servicio solo atiende a esta máquina: ábralo como http://localhost o http://127.0.0.1 con su puerto.',
    },
    en: {
      title: 'A foreign name',
      detail: 'This service serves this machine only: open it as http://localhost or http://127.0.0.1 with its port.',
    },
  },
  'foreign-origin': {
    status: 403,
    es: {
      title: 'Otro sitio pregunta',
      detail:
        'La solicitud viene de la página de otro sitio. Si es de confianza, escriba su origen en PFV_CORS_ORIGINS y reinicie.',
    },
    en: {
      title: 'Another site asks',
      detail:
        'The request comes from the page of another site. If it is trusted, write its origin in PFV_CORS_ORIGINS and restart.',
    },
  },
  'bad-idempotency-key': {
    status: 400,
    es: {
      title: 'Idempotency-Key incorrecta',
      detail: 'El encabezado Idempotency-Key lleva de 1 a 255 caracteres ASCII sin espacios, por ejemplo un UUID.',
    },
    en: {
      title: 'Bad Idempotency-Key',
      detail: 'The Idempotency-Key header has 1 to 255 ASCII characters without spaces, for example a UUID.',
    },
  },
  'key-reused': {
    status: 409,
    es: {
      title: 'Idempotency-Key ya usada',
      detail: 'Con esta Idempotency-Key ya llegó otra solicitud distinta; use una nueva para cada cosa que cree.',
    },
    en: {
      title: 'Idempotency-Key used before',
      detail: 'Another request came under this Idempotency-Key; use a new one for each thing you create.',
    },
  },
  'key-running': {
    status: 409,
    es: {
      title: 'La misma solicitud está en curso',
      detail: 'La primera solicitud con esta Idempotency-Key aún no termina; repítala en un segundo.',
    },
    en: {
      title: 'The same request is under way',
      detail: 'The first request under this Idempotency-Key has not ended; send it again in a second.',
    },
  },
  body: {
    status: 422,
    es: { title: 'El cuerpo no cumple las reglas', detail: 'Cada campo por corregir está en errors.' },
    en: { title: 'The body breaks the rules', detail: 'Each field to mend is in errors.' },
  },
  'too-many': {
    status: 429,
    es: {
      title: 'Demasiadas solicitudes',
      detail: 'Se pasó del límite por minuto; espere los segundos que dice Retry-After.',
    },
    en: {
      title: 'Too many requests',
      detail: 'The limit a minute was passed; wait the seconds that Retry-After says.',
    },
  },
  busy: {
    status: 503,
    es: {
      title: 'Servicio ocupado',
      detail: 'Hay más trabajo del que se puede atender ahora; repita la solicitud tras los segundos de Retry-After.',
    },
    en: {
      title: 'Service busy',
      detail: 'There is more work than can be done now; send the request again after the seconds of Retry-After.',
    },
  },
  'store-down': {
    status: 503,
    es: {
      title: 'El almacén no responde',
      detail:
        'Nada se perdió, pero ahora no se puede leer ni guardar; repita la solicitud tras los segundos de Retry-After.',
    },
    en: {
      title: 'The store does not answer',
      detail:
        'Nothing was lost, but nothing can be read or stored now; send the request again after the seconds of Retry-After.',
    },
  },
} as const

/** Why the service does not start on an address that others reach. */
export const keysNeeded = (host: string): string =>
  `HOST es ${host}, una dirección que otros alcanzan, y no hay ninguna clave. Cree la primera con «pfv keys create --name administración --scope admin» o escuche solo en esta máquina con HOST=127.0.0.1.`
