<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema escuro</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Stand still and go on to the next event</source>
        <translation>Parar e avançar até o próximo evento</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rodar</translation>
    </message>
    <message>
        <source>Let time go at the speed of the slider</source>
        <translation>Deixar o tempo correr na velocidade do controle</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Expresso</translation>
    </message>
    <message>
        <source>Let time go as fast as this computer can</source>
        <translation>Deixar o tempo correr tão rápido quanto este computador consegue</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stand still, or go on</source>
        <translation>Parar ou continuar</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>From 0 again, with the same seed and the values as they stand</source>
        <translation>Do zero, com a mesma semente e os valores atuais</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Mais devagar</translation>
    </message>
    <message>
        <source>Half the speed</source>
        <translation>Metade da velocidade</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Mais rápido</translation>
    </message>
    <message>
        <source>Twice the speed</source>
        <translation>O dobro da velocidade</translation>
    </message>
    <message>
        <source>Return to now</source>
        <translation>Voltar ao presente</translation>
    </message>
    <message>
        <source>Show the present again</source>
        <translation>Mostrar o presente de novo</translation>
    </message>
    <message>
        <source>Open...</source>
        <translation>Abrir...</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Abrir um cenário</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Save this session as a scenario that replays it</source>
        <translation>Salvar esta sessão como um cenário que a repete</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Salvar como...</translation>
    </message>
    <message>
        <source>Save this session under another name</source>
        <translation>Salvar esta sessão com outro nome</translation>
    </message>
    <message>
        <source>Export results...</source>
        <translation>Exportar resultados...</translation>
    </message>
    <message>
        <source>Write this session&apos;s CSV files into a folder</source>
        <translation>Gravar os arquivos CSV desta sessão em uma pasta</translation>
    </message>
    <message>
        <source>Export picture...</source>
        <translation>Exportar imagem...</translation>
    </message>
    <message>
        <source>Write the diagram as a PNG picture</source>
        <translation>Gravar o diagrama como imagem PNG</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduzir movimento</translation>
    </message>
    <message>
        <source>Numbers on the links instead of moving requests</source>
        <translation>Números nas ligações em vez de requisições em movimento</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Show the parameters</source>
        <translation>Mostrar os parâmetros</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation>Mostrar os gráficos</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
    <message>
        <source>Look into one request, or all of them</source>
        <translation>Examinar uma requisição, ou todas</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Mostrar todas as teclas</translation>
    </message>
    <message>
        <source>About Vazão</source>
        <translation>Sobre o Vazão</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
</context>
<context>
    <name>ChartsPanel</name>
    <message>
        <source>at {time}</source>
        <translation>em {time}</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>{count} more clients</source>
        <translation>mais {count} clientes</translation>
    </message>
    <message>
        <source>In flight: {requests}</source>
        <translation>Em andamento: {requests}</translation>
    </message>
    <message>
        <source>A source of requests; its shape is theirs.</source>
        <translation>Uma fonte de requisições; a forma dela é a delas.</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 usuário</translation>
    </message>
    <message>
        <source>{count} users</source>
        <translation>{count} usuários</translation>
    </message>
    <message>
        <source>bottleneck: {name}</source>
        <translation>gargalo: {name}</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>gargalo</translation>
    </message>
    <message>
        <source>{count} workers</source>
        <translation>{count} workers</translation>
    </message>
    <message>
        <source>the arc: share of the last second the loop was held</source>
        <translation>arco: laço ocupado no último segundo</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation>em E/S</translation>
    </message>
    <message>
        <source>1 cell = {count} requests</source>
        <translation>1 célula = {count} requisições</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 requisição</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} requisições</translation>
    </message>
    <message>
        <source>in a blocking call, holds the loop</source>
        <translation>em chamada bloqueante, prende o laço</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>on its way to the server</source>
        <translation>a caminho do servidor</translation>
    </message>
    <message>
        <source>waits to be accepted</source>
        <translation>espera ser aceita</translation>
    </message>
    <message>
        <source>waits for the loop</source>
        <translation>espera o laço</translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation>em CPU</translation>
    </message>
    <message>
        <source>waits for the processor or the GIL</source>
        <translation>espera o processador ou o GIL</translation>
    </message>
    <message>
        <source>waits for a thread</source>
        <translation>espera uma thread</translation>
    </message>
    <message>
        <source>waits for a connection of the pool</source>
        <translation>espera uma conexão do pool</translation>
    </message>
    <message>
        <source>waits for the service</source>
        <translation>espera o serviço</translation>
    </message>
    <message>
        <source>answered, on its way back</source>
        <translation>respondida, a caminho de volta</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>Requisição {number}</translation>
    </message>
    <message>
        <source>Sent {time} ago</source>
        <translation>Enviada há {time}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is blocked by &lt;c&gt;{path}&lt;/c&gt;{call}{waiters}</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está bloqueado por &lt;c&gt;{path}&lt;/c&gt;{call}{waiters}</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} wait&lt;/b&gt; for its loop, &lt;b&gt;{unaccepted} more&lt;/b&gt; to be accepted.</source>
        <translation>: &lt;b&gt;{ready}&lt;/b&gt; à espera do laço e &lt;b&gt;mais {unaccepted}&lt;/b&gt; à espera de aceitação.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits for its loop.</source>
        <translation>: &lt;b&gt;1 requisição&lt;/b&gt; espera pelo laço dele.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} requests&lt;/b&gt; wait for its loop.</source>
        <translation>: &lt;b&gt;{ready} requisições&lt;/b&gt; esperam pelo laço dele.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits to be accepted.</source>
        <translation>: &lt;b&gt;1 requisição&lt;/b&gt; espera ser aceita.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{unaccepted} requests&lt;/b&gt; wait to be accepted.</source>
        <translation>: &lt;b&gt;{unaccepted} requisições&lt;/b&gt; esperam ser aceitas.</translation>
    </message>
    <message>
        <source>; nobody waits for it.</source>
        <translation>; ninguém espera por ele.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {of} workers&lt;/b&gt; are blocked{waiters}</source>
        <translation>&lt;b&gt;Todos os {of} workers&lt;/b&gt; estão bloqueados{waiters}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{workers} of {of} workers&lt;/b&gt; are blocked{waiters}</source>
        <translation>&lt;b&gt;{workers} de {of} workers&lt;/b&gt; estão bloqueados{waiters}</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} wait&lt;/b&gt; for their loops, &lt;b&gt;{unaccepted} more&lt;/b&gt; to be accepted.</source>
        <translation>: &lt;b&gt;{ready}&lt;/b&gt; à espera dos laços e &lt;b&gt;mais {unaccepted}&lt;/b&gt; à espera de aceitação.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits for a loop.</source>
        <translation>: &lt;b&gt;1 requisição&lt;/b&gt; espera por um laço.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} requests&lt;/b&gt; wait for their loops.</source>
        <translation>: &lt;b&gt;{ready} requisições&lt;/b&gt; esperam pelos laços.</translation>
    </message>
    <message>
        <source>; nobody waits for them.</source>
        <translation>; ninguém espera por eles.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{workers} workers&lt;/b&gt; have no thread left: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for one.</source>
        <translation>&lt;b&gt;{workers} workers&lt;/b&gt; estão sem threads livres: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} threads&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; are taken: &lt;b&gt;1 request&lt;/b&gt; waits for one.</source>
        <translation>&lt;b&gt;Todas as {limit} threads&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; estão ocupadas: &lt;b&gt;1 requisição&lt;/b&gt; espera por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} threads&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; are taken: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for one.</source>
        <translation>&lt;b&gt;Todas as {limit} threads&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; estão ocupadas: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The accept queue is full&lt;/b&gt; ({waiting} of {limit}): the kernel drops new connections.</source>
        <translation>&lt;b&gt;A fila de aceitação está cheia&lt;/b&gt; ({waiting} de {limit}): o kernel descarta novas conexões.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is busy {share} % of the time: &lt;b&gt;1 request&lt;/b&gt; waits for its loop.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está ocupado {share} % do tempo: &lt;b&gt;1 requisição&lt;/b&gt; espera pelo laço dele.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is busy {share} % of the time: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for its loop.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está ocupado {share} % do tempo: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam pelo laço dele.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{ready} wait&lt;/b&gt; for a loop, &lt;b&gt;{unaccepted}&lt;/b&gt; to be accepted; {busy}</source>
        <translation>&lt;b&gt;{ready}&lt;/b&gt; à espera de um laço, &lt;b&gt;{unaccepted}&lt;/b&gt; à espera de aceitação; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;1 request&lt;/b&gt; waits for a loop; {busy}</source>
        <translation>&lt;b&gt;1 requisição&lt;/b&gt; espera por um laço; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{ready} requests&lt;/b&gt; wait for a loop; {busy}</source>
        <translation>&lt;b&gt;{ready} requisições&lt;/b&gt; esperam por um laço; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;1 request&lt;/b&gt; waits to be accepted; {busy}</source>
        <translation>&lt;b&gt;1 requisição&lt;/b&gt; espera ser aceita; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{unaccepted} requests&lt;/b&gt; wait to be accepted; {busy}</source>
        <translation>&lt;b&gt;{unaccepted} requisições&lt;/b&gt; esperam ser aceitas; {busy}</translation>
    </message>
    <message>
        <source>the worker is &lt;b&gt;{share} %&lt;/b&gt; busy.</source>
        <translation>o worker está &lt;b&gt;{share} %&lt;/b&gt; ocupado.</translation>
    </message>
    <message>
        <source>the workers are &lt;b&gt;{share} %&lt;/b&gt; busy.</source>
        <translation>os workers estão &lt;b&gt;{share} %&lt;/b&gt; ocupados.</translation>
    </message>
    <message>
        <source>Nobody waits: &lt;b&gt;{io} requests&lt;/b&gt; are in I/O, {busy}</source>
        <translation>Ninguém espera: &lt;b&gt;{io} requisições&lt;/b&gt; estão em E/S, {busy}</translation>
    </message>
    <message>
        <source>Nobody waits: &lt;b&gt;1 request&lt;/b&gt; is in I/O, {busy}</source>
        <translation>Ninguém espera: &lt;b&gt;1 requisição&lt;/b&gt; está em E/S, {busy}</translation>
    </message>
    <message>
        <source>Nobody waits: {busy}</source>
        <translation>Ninguém espera: {busy}</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Nada foi enviado ainda.</translation>
    </message>
    <message>
        <source>{count} in service</source>
        <translation>{count} em serviço</translation>
    </message>
    <message>
        <source>Takes {time} on average</source>
        <translation>Leva {time} em média</translation>
    </message>
    <message>
        <source>What the app waits for: time in it is nobody&apos;s CPU.</source>
        <translation>O que a aplicação espera: o tempo aqui não é CPU de ninguém.</translation>
    </message>
    <message>
        <source>at most {count} at once</source>
        <translation>no máximo {count} por vez</translation>
    </message>
    <message>
        <source>{count} not drawn</source>
        <translation>mais {count}</translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation>Backlog (fila de aceitação)</translation>
    </message>
    <message>
        <source>Connections wait in the kernel until a worker accepts them: first come, first served.</source>
        <translation>As conexões esperam no kernel até um worker aceitá-las, por ordem de chegada.</translation>
    </message>
    <message>
        <source>uvicorn does not hand requests out: its workers pull connections from one socket.</source>
        <translation>O uvicorn não distribui requisições: os workers puxam conexões de um único socket.</translation>
    </message>
    <message>
        <source>workers pull from one socket</source>
        <translation>todos puxam de um socket</translation>
    </message>
    <message>
        <source>and {count} more, not drawn</source>
        <translation>e mais {count}, não desenhadas</translation>
    </message>
    <message>
        <source>first {drawn} of {capacity} slots drawn</source>
        <translation>primeiras {drawn} de {capacity} vagas</translation>
    </message>
    <message>
        <source>all its slots drawn</source>
        <translation>todas as vagas desenhadas</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceitas</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondidas</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>conexões</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagrama</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prontas</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>{count} wait</source>
        <translation>{count} em espera</translation>
    </message>
    <message>
        <source>threads full</source>
        <translation>threads esgotadas</translation>
    </message>
    <message>
        <source>the darker, the more of the last second the loop was held</source>
        <translation>mais escuro: laço mais ocupado</translation>
    </message>
    <message>
        <source>Worker {number}</source>
        <translation>Worker {number}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>BLOCKED</source>
        <translation>BLOQUEADO</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>terminando</translation>
    </message>
    <message>
        <source>loop free</source>
        <translation>laço livre</translation>
    </message>
    <message>
        <source>waiting for I/O</source>
        <translation>esperando E/S</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>sem trabalho</translation>
    </message>
    <message>
        <source>{name}, {state}, {requests} ready</source>
        <translation>{name}, {state}, prontas: {requests}</translation>
    </message>
    <message>
        <source>Its event loop is held by a call that only waits: nothing else runs in this process.</source>
        <translation>O laço de eventos está preso por uma chamada que só espera: nada mais roda neste processo.</translation>
    </message>
    <message>
        <source>Loop held for {share} of the last second</source>
        <translation>Laço ocupado por {share} do último segundo</translation>
    </message>
    <message>
        <source>Ready, waiting for the loop: {count}</source>
        <translation>Prontas, à espera do laço: {count}</translation>
    </message>
    <message>
        <source>Threads taken: {part}</source>
        <translation>Threads ocupadas: {part}</translation>
    </message>
    <message>
        <source>Waiting for a thread: {count}</source>
        <translation>À espera de uma thread: {count}</translation>
    </message>
    <message>
        <source>In I/O, the loop free: {count}</source>
        <translation>Em E/S, com o laço livre: {count}</translation>
    </message>
    <message>
        <source>One process with one event loop; it runs one piece of Python at a time.</source>
        <translation>Um processo com um laço de eventos; roda um trecho de Python por vez.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Nada escolhido ainda</translation>
    </message>
    <message>
        <source>Click a request in the diagram to see its life and why it waited; click a box to see its figures. Pausing first makes it easier.</source>
        <translation>Clique em uma requisição do diagrama para ver sua vida e por que esperou; clique em uma caixa para ver seus números. Pausar antes facilita.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a scenario</source>
        <translation>Abrir um cenário</translation>
    </message>
    <message>
        <source>Save this session as a scenario</source>
        <translation>Salvar esta sessão como um cenário</translation>
    </message>
    <message>
        <source>Export the diagram as a picture</source>
        <translation>Exportar o diagrama como imagem</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imagens</translation>
    </message>
    <message>
        <source>A folder for the results</source>
        <translation>Uma pasta para os resultados</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Cenários</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Request {number}</source>
        <translation>Requisição {number}</translation>
    </message>
    <message>
        <source>{waited} because worker {worker}&apos;s loop was held by &lt;code&gt;{call}&lt;/code&gt; of request {request}</source>
        <translation>{waited} porque o laço do worker {worker} estava preso por &lt;code&gt;{call}&lt;/code&gt; da requisição {request}</translation>
    </message>
    <message>
        <source>{waited} because request {request} was on the CPU, on worker {worker}&apos;s loop</source>
        <translation>{waited} porque a requisição {request} estava na CPU, no laço do worker {worker}</translation>
    </message>
    <message>
        <source>{waited} because &lt;b&gt;{count} requests&lt;/b&gt; held worker {worker}&apos;s loop one after another, longest &lt;code&gt;{call}&lt;/code&gt; of request {request} ({held})</source>
        <translation>{waited} porque &lt;b&gt;{count} requisições&lt;/b&gt; prenderam o laço do worker {worker} uma após a outra, a mais longa com &lt;code&gt;{call}&lt;/code&gt;: requisição {request} ({held})</translation>
    </message>
    <message>
        <source>{waited} because &lt;b&gt;{count} requests&lt;/b&gt; had their turns on worker {worker}&apos;s loop, the longest request {request} ({held})</source>
        <translation>{waited} porque &lt;b&gt;{count} requisições&lt;/b&gt; tiveram sua vez no laço do worker {worker}, a mais longa a requisição {request} ({held})</translation>
    </message>
    <message>
        <source>{waited} because another thread of worker {worker} had the interpreter (GIL)</source>
        <translation>{waited} porque outra thread do worker {worker} estava com o interpretador (GIL)</translation>
    </message>
    <message>
        <source>{waited} because a burst&apos;s connections are left to the worker that accepted last</source>
        <translation>{waited} porque as conexões de uma rajada ficam com o worker que aceitou por último</translation>
    </message>
    <message>
        <source>{waited} because no worker came to accept it</source>
        <translation>{waited} porque nenhum worker veio aceitá-la</translation>
    </message>
    <message>
        <source>{waited} because all &lt;b&gt;{limit} threads&lt;/b&gt; of worker {worker} were taken</source>
        <translation>{waited} porque todas as &lt;b&gt;{limit} threads&lt;/b&gt; do worker {worker} estavam ocupadas</translation>
    </message>
    <message>
        <source>{waited} because other threads had the interpreter (GIL) or the cores</source>
        <translation>{waited} porque outras threads estavam com o interpretador (GIL) ou com os núcleos</translation>
    </message>
    <message>
        <source>{waited} because all connections of worker {worker}&apos;s pool were taken</source>
        <translation>{waited} porque todas as conexões do pool do worker {worker} estavam ocupadas</translation>
    </message>
    <message>
        <source>{waited} because &lt;b&gt;{service}&lt;/b&gt; was serving as many requests as it can</source>
        <translation>{waited} porque &lt;b&gt;{service}&lt;/b&gt; já atendia todas as requisições que consegue</translation>
    </message>
    <message>
        <source>Waited &lt;b&gt;{time}&lt;/b&gt; to be accepted</source>
        <translation>Esperou &lt;b&gt;{time}&lt;/b&gt; para ser aceita</translation>
    </message>
    <message>
        <source>Has waited &lt;b&gt;{time}&lt;/b&gt; to be accepted</source>
        <translation>Espera há &lt;b&gt;{time}&lt;/b&gt; para ser aceita</translation>
    </message>
    <message>
        <source>Waited &lt;b&gt;{time}&lt;/b&gt;</source>
        <translation>Esperou &lt;b&gt;{time}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Has waited &lt;b&gt;{time}&lt;/b&gt;</source>
        <translation>Espera há &lt;b&gt;{time}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more to be accepted</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; para ser aceita</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for the loop</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; pelo laço</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for a thread</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; por uma thread</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for the CPU</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; pela CPU</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for a connection</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; por uma conexão</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for the service</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; pelo serviço</translation>
    </message>
    <message>
        <source> (request {request})</source>
        <translation> (requisição {request})</translation>
    </message>
    <message>
        <source>Refused after &lt;b&gt;{time}&lt;/b&gt;: no worker process was listening.</source>
        <translation>Recusada após &lt;b&gt;{time}&lt;/b&gt;: nenhum processo worker estava escutando.</translation>
    </message>
    <message>
        <source>Rejected after &lt;b&gt;{time}&lt;/b&gt;.</source>
        <translation>Rejeitada após &lt;b&gt;{time}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Failed after &lt;b&gt;{time}&lt;/b&gt;.</source>
        <translation>Falhou após &lt;b&gt;{time}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Its client gave up after &lt;b&gt;{time}&lt;/b&gt;.</source>
        <translation>O cliente desistiu após &lt;b&gt;{time}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>It has just been sent.</source>
        <translation>Acaba de ser enviada.</translation>
    </message>
    <message>
        <source>It has waited for nobody: &lt;b&gt;{most}&lt;/b&gt; of its &lt;b&gt;{time}&lt;/b&gt; so far went to {part}.</source>
        <translation>Ainda não esperou por ninguém: &lt;b&gt;{most}&lt;/b&gt; dos &lt;b&gt;{time}&lt;/b&gt; até agora foram para {part}.</translation>
    </message>
    <message>
        <source>It waited for nobody: &lt;b&gt;{most}&lt;/b&gt; of its &lt;b&gt;{time}&lt;/b&gt; went to {part}.</source>
        <translation>Não esperou por ninguém: &lt;b&gt;{most}&lt;/b&gt; dos &lt;b&gt;{time}&lt;/b&gt; foram para {part}.</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>a rede</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>a CPU</translation>
    </message>
    <message>
        <source>I/O</source>
        <translation>E/S</translation>
    </message>
    <message>
        <source>Worker {number}</source>
        <translation>Worker {number}</translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation>Backlog (fila de aceitação)</translation>
    </message>
    <message>
        <source>worker {number}</source>
        <translation>worker {number}</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>laço</translation>
    </message>
    <message>
        <source>loop (worker {number})</source>
        <translation>laço (worker {number})</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>fila de aceitação</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>thread</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>pool</translation>
    </message>
    <message>
        <source>not used (async def route)</source>
        <translation>não usada (rota async def)</translation>
    </message>
    <message>
        <source>no wait: a thread was free</source>
        <translation>sem espera: havia thread livre</translation>
    </message>
    <message>
        <source>no wait: the loop was free</source>
        <translation>sem espera: o laço estava livre</translation>
    </message>
    <message>
        <source>no wait: its connection was open, or a worker was idle</source>
        <translation>sem espera: a conexão estava aberta, ou havia worker ocioso</translation>
    </message>
    <message>
        <source>no wait: a worker was idle</source>
        <translation>sem espera: havia worker ocioso</translation>
    </message>
    <message>
        <source>not used (the service has no pool)</source>
        <translation>não usado (o serviço não tem pool)</translation>
    </message>
    <message>
        <source>not used (no I/O step)</source>
        <translation>não usado (sem etapa de E/S)</translation>
    </message>
    <message>
        <source>holds the loop</source>
        <translation>prende o laço</translation>
    </message>
    <message>
        <source>keeps a thread</source>
        <translation>ocupa uma thread</translation>
    </message>
    <message>
        <source>waiting for the loop</source>
        <translation>esperando o laço</translation>
    </message>
    <message>
        <source>waiting for a thread</source>
        <translation>esperando uma thread</translation>
    </message>
    <message>
        <source>waiting to be accepted</source>
        <translation>esperando ser aceita</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>from {begin} s to {end} s</source>
        <translation>de {begin} s a {end} s</translation>
    </message>
    <message>
        <source>waits for the loop</source>
        <translation>espera o laço</translation>
    </message>
    <message>
        <source>waits for a thread</source>
        <translation>espera uma thread</translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation>em CPU</translation>
    </message>
    <message>
        <source>waits for the CPU</source>
        <translation>espera a CPU</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>req. {number}</source>
        <translation>req. {number}</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Até agora</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Tempo de resposta</translation>
    </message>
    <message>
        <source>wait for the loop</source>
        <translation>espera do laço</translation>
    </message>
    <message>
        <source>wait for a thread</source>
        <translation>espera de thread</translation>
    </message>
    <message>
        <source>wait for a connection</source>
        <translation>espera de conexão</translation>
    </message>
    <message>
        <source>wait for the service</source>
        <translation>espera do serviço</translation>
    </message>
    <message>
        <source>wait for the CPU</source>
        <translation>espera da CPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>in flight for {time}</source>
        <translation>em andamento há {time}</translation>
    </message>
    <message>
        <source>answered in {time}</source>
        <translation>respondida em {time}</translation>
    </message>
    <message>
        <source>refused after {time}</source>
        <translation>recusada após {time}</translation>
    </message>
    <message>
        <source>rejected after {time}</source>
        <translation>rejeitada após {time}</translation>
    </message>
    <message>
        <source>failed after {time}</source>
        <translation>falhou após {time}</translation>
    </message>
    <message>
        <source>timed out after {time}</source>
        <translation>tempo esgotado após {time}</translation>
    </message>
</context>
<context>
    <name>InspectorBar</name>
    <message>
        <source>Previous request</source>
        <translation>Requisição anterior</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Próxima requisição</translation>
    </message>
    <message>
        <source>Previous request (Alt+Left)</source>
        <translation>Requisição anterior (Alt+Esquerda)</translation>
    </message>
    <message>
        <source>Next request (Alt+Right)</source>
        <translation>Próxima requisição (Alt+Direita)</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Todas as {count}</translation>
    </message>
    <message>
        <source>The table of all requests</source>
        <translation>A tabela de todas as requisições</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Requests</source>
        <translation>Requisições</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
</context>
<context>
    <name>InternalErrorDialog</name>
    <message>
        <source>Internal error</source>
        <translation>Erro interno</translation>
    </message>
    <message>
        <source>Something went wrong inside Vazão.</source>
        <translation>Algo deu errado dentro do Vazão.</translation>
    </message>
    <message>
        <source>Time stands still, and your session is kept: you can save it. A report needs these details.</source>
        <translation>O tempo está parado e sua sessão foi mantida: você pode salvá-la. Um relato do problema precisa destes detalhes.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Arquivos recentes</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rodar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Exibir</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
</context>
<context>
    <name>ParameterList</name>
    <message>
        <source>There is no such parameter.</source>
        <translation>Nenhum parâmetro com esse nome.</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>I/O latency</source>
        <translation>Latência de E/S</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Tipo da rota</translation>
    </message>
    <message>
        <source>Arrival rate</source>
        <translation>Taxa de chegada</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuários</translation>
    </message>
    <message>
        <source>Thread limit</source>
        <translation>Limite de threads</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Núcleos</translation>
    </message>
    <message>
        <source>Route CPU</source>
        <translation>CPU da rota</translation>
    </message>
    <message>
        <source>Request CPU</source>
        <translation>CPU por requisição</translation>
    </message>
    <message>
        <source>Connection CPU</source>
        <translation>CPU por conexão</translation>
    </message>
    <message>
        <source>Hot factor</source>
        <translation>Fator a quente</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>Tempo de pensamento</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Prazo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>Keep-alive time-out</source>
        <translation>Limite do keep-alive</translation>
    </message>
    <message>
        <source>Nagle delay</source>
        <translation>Atraso de Nagle</translation>
    </message>
    <message>
        <source>How long the route&apos;s longest I/O step takes on average: the time it waits for something else, such as a database. How it varies around that average stays the same.</source>
        <translation>Quanto dura, em média, a etapa de E/S mais longa da rota: o tempo em que ela espera outra coisa, como um banco de dados. A variação em torno da média continua a mesma.</translation>
    </message>
    <message>
        <source>Worker processes of uvicorn, each with an event loop of its own (--workers). Those that go take nothing new and finish what they hold.</source>
        <translation>Processos worker do uvicorn, cada um com seu laço de eventos (--workers). Os que saem não pegam nada novo e terminam o que têm.</translation>
    </message>
    <message>
        <source>How the route is written. async def: the loop serves others while it awaits. def: it runs in a thread of the pool. blocking: an async def that never awaits holds the loop until it ends.</source>
        <translation>Como a rota é escrita. async def: o laço atende outras enquanto ela espera com await. def: roda em uma thread do pool. bloqueante: um async def sem await prende o laço até terminar.</translation>
    </message>
    <message>
        <source>Requests that are sent each second, whether earlier ones have been answered or not.</source>
        <translation>Requisições enviadas por segundo, tenham as anteriores sido respondidas ou não.</translation>
    </message>
    <message>
        <source>Users of a closed group: each sends, waits for the answer, thinks, and sends again.</source>
        <translation>Usuários de um grupo fechado: cada um envia, espera a resposta, pensa e envia de novo.</translation>
    </message>
    <message>
        <source>How many def routes run at once in each worker: the tokens of anyio&apos;s thread limiter.</source>
        <translation>Quantas rotas def rodam ao mesmo tempo em cada worker: as fichas do limitador de threads do anyio.</translation>
    </message>
    <message>
        <source>Processor cores that all workers share. 0: as many as they need.</source>
        <translation>Núcleos de processador que todos os workers dividem. 0: quantos forem precisos.</translation>
    </message>
    <message>
        <source>How long the route&apos;s longest CPU step computes on average. No kind of handler makes this shorter.</source>
        <translation>Quanto a etapa de CPU mais longa da rota calcula, em média. Nenhum tipo de rota encurta isso.</translation>
    </message>
    <message>
        <source>What each request costs the event loop beside the route itself: half before the first step, half after the last.</source>
        <translation>O que cada requisição custa ao laço de eventos além da própria rota: metade antes da primeira etapa, metade depois da última.</translation>
    </message>
    <message>
        <source>What it costs the event loop to accept a connection.</source>
        <translation>O que custa ao laço de eventos aceitar uma conexão.</translation>
    </message>
    <message>
        <source>How much of the server&apos;s own costs is left while a worker is hot, that is, while it goes from one request to the next without a pause.</source>
        <translation>Quanto resta dos custos do próprio servidor enquanto o worker está quente, isto é, enquanto passa de uma requisição a outra sem pausa.</translation>
    </message>
    <message>
        <source>How long each user of a closed group waits on average between an answer and the next request.</source>
        <translation>Quanto cada usuário de um grupo fechado espera, em média, entre uma resposta e a próxima requisição.</translation>
    </message>
    <message>
        <source>An answer that comes later than this is no goodput.</source>
        <translation>Uma resposta que chega depois disso não conta como vazão útil.</translation>
    </message>
    <message>
        <source>How long the way between client and server takes on average, one way.</source>
        <translation>Quanto leva, em média, o caminho entre cliente e servidor, só de ida.</translation>
    </message>
    <message>
        <source>Kept: connections stay open and stay with the worker that accepted them. New: a connection for each request.</source>
        <translation>Mantidas: as conexões ficam abertas e com o worker que as aceitou. Novas: uma conexão para cada requisição.</translation>
    </message>
    <message>
        <source>A kept connection that was idle for so long is closed by the server (--timeout-keep-alive).</source>
        <translation>Uma conexão mantida que fica parada por esse tempo é fechada pelo servidor (--timeout-keep-alive).</translation>
    </message>
    <message>
        <source>From its second answer on, a kept connection waits this long for an acknowledgement, where there are several workers on asyncio loops.</source>
        <translation>A partir da segunda resposta, uma conexão mantida espera esse tempo por uma confirmação (ACK), quando há vários workers com laços asyncio.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>qualquer</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Threads and cores</source>
        <translation>Threads e núcleos</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Tempo de processador</translation>
    </message>
    <message>
        <source>Clients and connections</source>
        <translation>Clientes e conexões</translation>
    </message>
    <message>
        <source>open arrivals only</source>
        <translation>só chegadas abertas</translation>
    </message>
    <message>
        <source>closed arrivals only</source>
        <translation>só chegadas fechadas</translation>
    </message>
    <message>
        <source>no I/O step</source>
        <translation>sem etapa de E/S</translation>
    </message>
    <message>
        <source>no CPU step</source>
        <translation>sem etapa de CPU</translation>
    </message>
    <message>
        <source>none in this scenario</source>
        <translation>nenhum neste cenário</translation>
    </message>
    <message>
        <source>recorded arrivals</source>
        <translation>chegadas gravadas</translation>
    </message>
    <message>
        <source>measured times</source>
        <translation>tempos medidos</translation>
    </message>
    <message>
        <source>A number, please</source>
        <translation>Digite um número</translation>
    </message>
    <message>
        <source>Not a unit that fits here</source>
        <translation>Essa unidade não serve aqui</translation>
    </message>
    <message>
        <source>A whole number, please</source>
        <translation>Digite um número inteiro</translation>
    </message>
    <message>
        <source>{limit} or more, please</source>
        <translation>No mínimo {limit}</translation>
    </message>
    <message>
        <source>{limit} at most, please</source>
        <translation>No máximo {limit}</translation>
    </message>
    <message>
        <source>More than {limit}, please</source>
        <translation>Precisa ser mais que {limit}</translation>
    </message>
    <message>
        <source>A unit such as {units}, please</source>
        <translation>Falta a unidade: {units}</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>bloqueante</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>mantidas</translation>
    </message>
    <message>
        <source>new</source>
        <translation>novas</translation>
    </message>
    <message>
        <source>async def that awaits: while it waits, the loop serves others</source>
        <translation>async def com await: enquanto ela espera, o laço atende outras</translation>
    </message>
    <message>
        <source>def: runs in a thread, and takes a token of the limiter</source>
        <translation>def: roda em uma thread e ocupa uma ficha do limitador</translation>
    </message>
    <message>
        <source>async def that never awaits: holds the loop until it ends</source>
        <translation>async def sem await: prende o laço até terminar</translation>
    </message>
    <message>
        <source>keep-alive: the next request uses the same connection</source>
        <translation>keep-alive: a próxima requisição usa a mesma conexão</translation>
    </message>
    <message>
        <source>a new connection for each request</source>
        <translation>uma conexão nova para cada requisição</translation>
    </message>
    <message>
        <source>travelling</source>
        <translation>em trânsito</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation>em CPU</translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation>em E/S</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tempo esgotado</translation>
    </message>
    <message>
        <source>orphan work</source>
        <translation>trabalho órfão</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>todos juntos</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requisições</translation>
    </message>
    <message>
        <source>colour = what it does</source>
        <translation>cor = o que ela faz</translation>
    </message>
</context>
<context>
    <name>ParametersPanel</name>
    <message>
        <source>1 change</source>
        <translation>1 mudança</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} mudanças</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>Procurar parâmetro</translation>
    </message>
    <message>
        <source>Show all parameters</source>
        <translation>Mostrar todos os parâmetros</translation>
    </message>
</context>
<context>
    <name>PlaceView</name>
    <message>
        <source>in service</source>
        <translation>em serviço</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>waiting to be accepted</source>
        <translation>esperando ser aceita</translation>
    </message>
    <message>
        <source>room for</source>
        <translation>lugar para</translation>
    </message>
    <message>
        <source>the first waits since</source>
        <translation>a primeira espera desde</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>ninguém</translation>
    </message>
    <message>
        <source>loop held, last second</source>
        <translation>laço ocupado, último segundo</translation>
    </message>
    <message>
        <source>loop held now by</source>
        <translation>laço ocupado agora por</translation>
    </message>
    <message>
        <source>at work or in I/O</source>
        <translation>trabalhando ou em E/S</translation>
    </message>
    <message>
        <source>threads taken</source>
        <translation>threads ocupadas</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>em andamento</translation>
    </message>
    <message>
        <source>sent, last second</source>
        <translation>enviadas, último segundo</translation>
    </message>
    <message>
        <source>median response time</source>
        <translation>tempo de resposta mediano</translation>
    </message>
    <message>
        <source>95 % were faster than</source>
        <translation>95 % mais rápidas que</translation>
    </message>
    <message>
        <source>Requests there, the longest first</source>
        <translation>Requisições aqui, as mais antigas primeiro</translation>
    </message>
    <message>
        <source>loop held</source>
        <translation>laço ocupado</translation>
    </message>
    <message>
        <source>A process with one event loop: one request at a time computes in it.</source>
        <translation>Um processo com um laço de eventos: nele, uma requisição por vez usa a CPU.</translation>
    </message>
    <message>
        <source>A source of requests.</source>
        <translation>Uma fonte de requisições.</translation>
    </message>
    <message>
        <source>Works on what the handlers wait for.</source>
        <translation>Faz aquilo que as rotas esperam.</translation>
    </message>
    <message>
        <source>Connections that the system has made and no worker has accepted yet; workers pull from it.</source>
        <translation>Conexões que o sistema já estabeleceu e nenhum worker aceitou ainda; os workers puxam daqui.</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>This scenario does not load</source>
        <translation>Este cenário não carrega</translation>
    </message>
    <message>
        <source>{file} has a problem:</source>
        <translation>{file} tem um problema:</translation>
    </message>
    <message>
        <source>{file} has {count} problems:</source>
        <translation>{file} tem {count} problemas:</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>O que está errado</translation>
    </message>
    <message>
        <source>Open another...</source>
        <translation>Abrir outro...</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
</context>
<context>
    <name>QueueLengths</name>
    <message>
        <source>Queue lengths</source>
        <translation>Tamanho das filas</translation>
    </message>
    <message>
        <source>requests, mean of {span}</source>
        <translation>requisições, média de {span}</translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation>Backlog (fila de aceitação)</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>fila de aceitação</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aceitação</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>laço</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
</context>
<context>
    <name>RequestTable</name>
    <message>
        <source>Worker {number}</source>
        <translation>Worker {number}</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos os clientes</translation>
    </message>
    <message>
        <source>All routes</source>
        <translation>Todas as rotas</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Todos os desfechos</translation>
    </message>
    <message>
        <source>All workers</source>
        <translation>Todos os workers</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as CSV</source>
        <translation>
            <numerusform>%n linha copiada como CSV</numerusform>
            <numerusform>%n linhas copiadas como CSV</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to this request</source>
        <translation>Ir para esta requisição</translation>
    </message>
    <message>
        <source>Sort by this column (S)</source>
        <translation>Ordenar por esta coluna (S)</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>Number, client, path, outcome</source>
        <translation>Número, cliente, caminho, desfecho</translation>
    </message>
    <message>
        <source>Search requests</source>
        <translation>Procurar requisições</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Qualquer tempo</translation>
    </message>
    <message>
        <source>Only requests whose answer took at least this long</source>
        <translation>Só requisições cuja resposta levou pelo menos este tempo</translation>
    </message>
    <message>
        <source>Shortest response time</source>
        <translation>Menor tempo de resposta</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Todas as requisições</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Rota</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desfecho</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n requisição</numerusform>
            <numerusform>%n requisições</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total} requests</source>
        <translation>{shown} de {total} requisições</translation>
    </message>
</context>
<context>
    <name>RequestTableModel</name>
    <message>
        <source>Request</source>
        <translation>Requisição</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Rota</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desfecho</translation>
    </message>
    <message>
        <source>Sent (s)</source>
        <translation>Envio (s)</translation>
    </message>
    <message>
        <source>Response (ms)</source>
        <translation>Resposta (ms)</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>em andamento</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluída</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeitada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tempo esgotado</translation>
    </message>
</context>
<context>
    <name>ResponseTime</name>
    <message>
        <source>Response time</source>
        <translation>Tempo de resposta</translation>
    </message>
    <message>
        <source>{unit}, last {span}</source>
        <translation>{unit}, janela de {span}</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Back to {value}</source>
        <translation>Voltar a {value}</translation>
    </message>
</context>
<context>
    <name>ScenarioButton</name>
    <message>
        <source>Scenario</source>
        <translation>Cenário</translation>
    </message>
    <message>
        <source>Bundled scenario</source>
        <translation>Cenário incluído</translation>
    </message>
    <message>
        <source>{kind} (changed)</source>
        <translation>{kind} (alterado)</translation>
    </message>
    <message>
        <source>Scenario: {title}</source>
        <translation>Cenário: {title}</translation>
    </message>
</context>
<context>
    <name>ScenarioFiles</name>
    <message>
        <source>Saved as {file}</source>
        <translation>Salvo como {file}</translation>
    </message>
    <message>
        <source>Running the session again, for its results...</source>
        <translation>Rodando a sessão de novo para obter os resultados...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Exportar resultados</translation>
    </message>
    <message>
        <source>{count} files written into {folder}</source>
        <translation>{count} arquivos gravados em {folder}</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>The next control, also through the diagram</source>
        <translation>O próximo controle, também dentro do diagrama</translation>
    </message>
    <message>
        <source>Zoom the diagram in and out, fit it</source>
        <translation>Ampliar e reduzir o diagrama, ajustá-lo</translation>
    </message>
    <message>
        <source>About Vazão</source>
        <translation>Sobre o Vazão</translation>
    </message>
    <message>
        <source>How requests flow through a Python web server: clients, uvicorn, its workers and the backlog.

MIT licence. Made with Qt for Python, SimPy and pyqtgraph; Inter and JetBrains Mono under the SIL Open Font License.</source>
        <translation>Como as requisições fluem por um servidor web em Python: clientes, uvicorn, seus workers e o backlog.

Licença MIT. Feito com Qt for Python, SimPy e pyqtgraph; Inter e JetBrains Mono sob a SIL Open Font License.</translation>
    </message>
</context>
<context>
    <name>SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Simulated seconds in a second of real time</source>
        <translation>Segundos simulados por segundo de tempo real</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{count} frames/s</source>
        <translation>{count} quadros/s</translation>
    </message>
    <message>
        <source>{reached} of {asked}</source>
        <translation>{reached} de {asked}</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>velocidade</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagem</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviadas</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>encerradas</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>em andamento</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Tempo simulado</translation>
    </message>
    <message>
        <source>Simulated seconds in a second of real time: reached, and asked for</source>
        <translation>Segundos simulados por segundo de tempo real: alcançados e pedidos</translation>
    </message>
    <message>
        <source>Pictures of the diagram in a second</source>
        <translation>Imagens do diagrama por segundo</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Requisições enviadas</translation>
    </message>
    <message>
        <source>Requests that ended, whatever their outcome</source>
        <translation>Requisições que terminaram, seja qual for o desfecho</translation>
    </message>
    <message>
        <source>Requests sent and not ended</source>
        <translation>Requisições enviadas e ainda não terminadas</translation>
    </message>
    <message>
        <source>limited by CPU</source>
        <translation>limitado pela CPU</translation>
    </message>
    <message>
        <source>This computer cannot simulate as fast as was asked for</source>
        <translation>Este computador não consegue simular tão rápido quanto foi pedido</translation>
    </message>
</context>
<context>
    <name>Throughput</name>
    <message>
        <source>Throughput</source>
        <translation>Vazão</translation>
    </message>
    <message>
        <source>requests/s, mean of {span}</source>
        <translation>requisições/s, média de {span}</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluídas</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviadas</translation>
    </message>
    <message>
        <source>goodput</source>
        <translation>vazão útil</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>capacidade</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>workers</source>
        <translation>workers</translation>
    </message>
    <message>
        <source>arrival rate</source>
        <translation>taxa de chegada</translation>
    </message>
    <message>
        <source>users</source>
        <translation>usuários</translation>
    </message>
    <message>
        <source>I/O latency</source>
        <translation>latência de E/S</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>tempo de CPU</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>tipo da rota</translation>
    </message>
    <message>
        <source>think time</source>
        <translation>tempo de pensamento</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>paciência</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>prazo</translation>
    </message>
    <message>
        <source>mix of routes</source>
        <translation>mistura de rotas</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>etapas</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>núcleos</translation>
    </message>
    <message>
        <source>keep-alive</source>
        <translation>keep-alive</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ligado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>bloqueante</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>vazão</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>drag to rewind</source>
        <translation>arraste para voltar</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>no passado</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>The past of the run in milliseconds. Left and Right rewind, End returns to the present.</source>
        <translation>O passado da execução em milissegundos. As setas voltam e avançam, End retorna ao presente.</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Mudanças não salvas</translation>
    </message>
    <message>
        <source>Save the changes of &quot;{title}&quot;?</source>
        <translation>Salvar as mudanças de &quot;{title}&quot;?</translation>
    </message>
    <message>
        <source>A saved session is a scenario that plays back all that you changed.</source>
        <translation>Uma sessão salva é um cenário que repete tudo o que você mudou.</translation>
    </message>
</context>
</TS>
